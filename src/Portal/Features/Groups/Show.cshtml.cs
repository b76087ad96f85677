using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Groups.Requests;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Groups;

/// <summary>One group: before its door, what it is for and how one comes in; inside, what comes and what can be watched again.</summary>
public sealed class ShowModel(
    GroupFinder groups, GroupDesk desk, JoinRequestDesk requests, GroupWords words, ConferenceCatalog conferences, TopicList topics, TrainingDb db,
    IStringLocalizer<GroupsText> text) : PageModel
{
    private const int LatestTopics = 3;
    private const int LatestReplays = 5;

    [BindProperty]
    public string? Message { get; set; }

    public GroupSight Sight { get; private set; } = null!;

    public int Members { get; private set; }

    /// <summary>The reader asked to be let in and waits for an answer.</summary>
    public bool Asked { get; private set; }

    /// <summary>Requests that wait for an animator, told to animators.</summary>
    public int Requests { get; private set; }

    public IReadOnlyList<TopicLine> Topics { get; private set; } = [];

    public IReadOnlyList<ConferenceCard> Coming { get; private set; } = [];

    public IReadOnlyList<ConferenceCard> Replays { get; private set; } = [];

    /// <summary>There are others, on a page of their own.</summary>
    public bool MoreReplays { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        await ReadAsync(sight, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostJoinAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        return Told(slug, await desk.JoinAsync(sight, cancellationToken), text["Joined", sight.Group.Name]);
    }

    public async Task<IActionResult> OnPostAskAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        if (Message?.Length > JoinRequestRule.LongestMessage)
        {
            ModelState.AddModelError(nameof(Message), text["AskMessageTooLong"]);
            await ReadAsync(sight, cancellationToken);
            return Page();
        }

        return Told(slug, await requests.AskAsync(sight, Message, cancellationToken), text["AskedDone"]);
    }

    public async Task<IActionResult> OnPostLeaveAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        var refusal = await desk.LeaveAsync(sight, cancellationToken);
        var still = refusal is not null || GroupAccess.MaySee(sight.Group, sight.Reader, null);
        return Told(still ? slug : "", refusal, text["Left", sight.Group.Name]);
    }

    private RedirectResult Told(string slug, GroupRefusal? refusal, string done)
    {
        if (refusal is { } why)
            TempData.Warn(words.Refusal(why));
        else
            TempData.Say(done);
        return Redirect($"/groupes/{slug}".TrimEnd('/'));
    }

    private async Task ReadAsync(GroupSight sight, CancellationToken cancellationToken)
    {
        Sight = sight;
        Members = await db.GroupMemberships.CountAsync(m => m.GroupId == sight.Group.Id, cancellationToken);
        var waiting = db.JoinRequests.Where(r => r.GroupId == sight.Group.Id && r.AnsweredAt == null);
        Asked = await waiting.AnyAsync(r => r.MemberId == sight.Reader.MemberId, cancellationToken);
        Requests = sight.Animates ? await waiting.CountAsync(cancellationToken) : 0;
        if (sight.Inside)
            await ReadInsideAsync(new CatalogScope(sight.Reader, User.Zone(), sight.Group.Id), cancellationToken);
    }

    private async Task ReadInsideAsync(CatalogScope scope, CancellationToken cancellationToken)
    {
        Coming = [.. await conferences.NowAsync(scope, cancellationToken), .. await conferences.ComingAsync(scope, cancellationToken)];
        var past = await conferences.PastAsync(scope with { Take = LatestReplays + 1 }, cancellationToken);
        (Replays, MoreReplays) = ([.. past.Take(LatestReplays)], past.Count > LatestReplays);
        Topics = (await topics.OfAsync(Sight, 1, LatestTopics, cancellationToken)).Lines;
    }
}
