using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions.Files;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Discussions;

/// <summary>Opens a topic in a group one has joined. For who has not, the page does not exist.</summary>
public sealed class NewModel(GroupFinder groups, DiscussionDesk desk, PostFiles files, AttachmentWords fileWords, IStringLocalizer<DiscussionsText> text)
    : PostPage(files, fileWords, text)
{
    private readonly IStringLocalizer<DiscussionsText> text = text;

    public GroupSight Sight { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FactsAsync(slug, cancellationToken) is null)
            return NotFound();
        Input.Key = Guid.NewGuid();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FactsAsync(slug, cancellationToken) is not { } facts)
            return NotFound();
        Refuse(PostRule.TitleRefusals(Input));
        Refuse(PostRule.Refusals(Input, facts));
        var taken = await TakeFilesAsync(Sight.Reader.MemberId, cancellationToken);
        if (!ModelState.IsValid)
            return Page();
        var id = await desk.OpenAsync(Sight, Input, taken, cancellationToken);
        TempData.Say(text["TopicOpened"]);
        return Redirect($"/discussions/{id}");
    }

    private async Task<PostFacts?> FactsAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindInsideAsync(slug, User.Reader(), cancellationToken) is not { } sight || !PostRule.MayWrite(sight))
            return null;
        Sight = sight;
        var facts = await desk.FactsAsync(sight, null, cancellationToken);
        AsksCharter = !facts.CharterAccepted;
        return facts;
    }
}
