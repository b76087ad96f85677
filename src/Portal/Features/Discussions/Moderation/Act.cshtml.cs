using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Discussions.Moderation;

/// <summary>Says why: whoever reads a post reports it, an animator hides it. Hiding does not exist for anyone else.</summary>
public sealed class ActModel(TopicFinder topics, ModerationDesk desk, IStringLocalizer<DiscussionsText> text) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public TopicSight Sight { get; private set; } = null!;

    public Post Message { get; private set; } = null!;

    /// <summary>Hides; else reports.</summary>
    public bool Hides { get; private set; }

    public async Task<IActionResult> OnGetAsync(int topic, string act, long post, CancellationToken cancellationToken) =>
        await FindAsync(topic, act, post, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int topic, string act, long post, CancellationToken cancellationToken)
    {
        if (!await FindAsync(topic, act, post, cancellationToken))
            return NotFound();
        var reason = PostRule.Clean(Reason);
        if (reason.Length is 0 or > ModerationDesk.LongestReason)
        {
            ModelState.AddModelError(nameof(Reason), reason.Length == 0 ? text["ReasonMissing"] : text["ReasonTooLong"]);
            return Page();
        }

        await (Hides ? desk.HideAsync(Sight, post, reason, cancellationToken) : desk.ReportAsync(Sight, Message, reason, cancellationToken));
        TempData.Say(Hides ? text["HiddenDone"] : text["ReportedDone"]);
        return Redirect($"/discussions/{topic}");
    }

    private async Task<bool> FindAsync(int topic, string act, long post, CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(topic, User.Reader(), cancellationToken) is not { } sight
            || await topics.PostAsync(sight, post, cancellationToken) is not { } found)
            return false;
        (Sight, Message, Hides) = (sight, found, act == "masquer");
        return !Hides || sight.Group.Animates;
    }
}
