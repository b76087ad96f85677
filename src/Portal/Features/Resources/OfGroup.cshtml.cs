using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Resources.Mail;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Resources;

/// <summary>One group's resources; for their keepers also what is in preparation or waits for a review.</summary>
public sealed class OfGroupModel(GroupFinder groups, ResourceCatalog catalog, ReviewSubscription letters, IStringLocalizer<ResourcesText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ResourceKind? Kind { get; set; }

    public GroupSight Sight { get; private set; } = null!;

    /// <summary>The last resource of the page before.</summary>
    [BindProperty(Name = "avant", SupportsGet = true)]
    public int? Before { get; set; }

    public ResourcePage Published { get; private set; } = new([], false);

    public IReadOnlyList<ResourceCard> Mine { get; private set; } = [];

    public IReadOnlyList<ResourceCard> Submitted { get; private set; } = [];

    /// <summary>Whether letters tell the reader what waits for a review; null for whoever gets none in any case.</summary>
    public bool? ReviewLetters { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindInsideAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        Published = await catalog.PublishedAsync(sight.Reader, sight.Group.Id, Kind, Before, cancellationToken);
        Mine = await catalog.MineAsync(sight.Reader, sight.Group.Id, cancellationToken);
        if (ResourceAccess.MayReview(sight.Role, sight.Reader))
            Submitted = await catalog.SubmittedAsync(sight.Group.Id, cancellationToken);
        if (sight.Role == GroupRole.Animator)
            ReviewLetters = await letters.StandsAsync(sight.Group.Id, sight.Reader.MemberId, cancellationToken);
        return Page();
    }

    /// <summary>An animator wants letters about awaited reviews, or no more of them.</summary>
    public async Task<IActionResult> OnPostLettersAsync(string slug, bool wanted, CancellationToken cancellationToken)
    {
        if (await groups.FindInsideAsync(slug, User.Reader(), cancellationToken) is not { Role: GroupRole.Animator } sight)
            return NotFound();
        if (wanted)
            await letters.ResumeAsync(sight.Group.Id, sight.Reader.MemberId, cancellationToken);
        else
            await letters.EndAsync(sight.Group.Id, sight.Reader.MemberId, cancellationToken);
        TempData.Say(text["ReviewMailSaved"]);
        return Redirect($"/groupes/{slug}/ressources");
    }
}
