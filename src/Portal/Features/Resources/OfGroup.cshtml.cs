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

    /// <summary>The last resource of the page before.</summary>
    [BindProperty(Name = "avant", SupportsGet = true)]
    public int? Before { get; set; }

    public ResourcePage Published { get; private set; } = new([], false);

    public IReadOnlyList<ResourceCard> Mine { get; private set; } = [];

    public IReadOnlyList<ResourceCard> Submitted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindInsideAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        Published = await catalog.PublishedAsync(sight.Reader, sight.Group.Id, Kind, Before, cancellationToken);
        Mine = await catalog.MineAsync(sight.Reader, sight.Group.Id, cancellationToken);
        if (ResourceAccess.MayReview(sight.Role, sight.Reader))
            Submitted = await catalog.SubmittedAsync(sight.Group.Id, cancellationToken);
        return Page();
    }
}
