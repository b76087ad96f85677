using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Discussions.Replies;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Discussions.Mail;

/// <summary>Which letters the reader wants: the digest's rhythm, and the topics followed.</summary>
public sealed class SettingsModel(
    DigestDesk digests, ReadingDesk readings, ReplyRounds replies, TopicFinder topics, TrainingDb db, IStringLocalizer<DiscussionsText> text) : PageModel
{
    public sealed record Followed(int TopicId, string Title, string GroupName);

    [BindProperty]
    public DigestRhythm Rhythm { get; set; }

    public IReadOnlyList<Followed> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var reader = User.Reader()!;
        Rhythm = await digests.RhythmAsync(reader.MemberId, cancellationToken);
        Topics = await topics.SeenBy(reader).Where(t => db.TopicReadings.Any(r => r.TopicId == t.Id && r.MemberId == reader.MemberId && r.Follows == true))
            .OrderByDescending(t => t.LastPostAt).Select(t => new Followed(t.Id, t.Title, t.Group.Name)).Take(200).ToListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Rhythm))
            return BadRequest();
        await digests.SetAsync(User.Reader()!.MemberId, Rhythm, cancellationToken);
        TempData.Say(text["MailSaved"]);
        return Redirect("/courriels");
    }

    public async Task<IActionResult> OnPostUnfollowAsync(int topic, CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(topic, User.Reader(), cancellationToken) is null)
            return NotFound();
        await readings.FollowAsync(topic, User.Reader()!.MemberId, follows: false, cancellationToken);
        TempData.Say(text["Unfollowed"]);
        return Redirect("/courriels");
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        await replies.RevokeAsync(User.Reader()!.MemberId, cancellationToken);
        TempData.Say(text["RepliesRevoked"]);
        return Redirect("/courriels");
    }
}
