using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

/// <summary>One group's resources; for their keepers also what is in preparation or waits for a review.</summary>
public sealed class OfGroupModel(GroupFinder groups, ResourceCatalog catalog) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ResourceKind? Kind { get; set; }

    public GroupSight Sight { get; private set; } = null!;

    public IReadOnlyList<ResourceCard> Cards { get; private set; } = [];

    public IReadOnlyList<ResourceCard> Mine { get; private set; } = [];

    public IReadOnlyList<ResourceCard> Submitted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindInsideAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        Cards = await catalog.PublishedAsync(sight.Reader, sight.Group.Id, Kind, cancellationToken);
        Mine = await catalog.MineAsync(sight.Reader, sight.Group.Id, cancellationToken);
        if (ResourceAccess.MayReview(sight.Role, sight.Reader))
            Submitted = await catalog.SubmittedAsync(sight.Group.Id, cancellationToken);
        return Page();
    }
}
