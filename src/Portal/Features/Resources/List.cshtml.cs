using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

/// <summary>Every published resource of the groups the reader may know.</summary>
public sealed class ListModel(ResourceCatalog catalog) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ResourceKind? Kind { get; set; }

    /// <summary>The last resource of the page before.</summary>
    [BindProperty(Name = "avant", SupportsGet = true)]
    public int? Before { get; set; }

    public ResourcePage Published { get; private set; } = new([], false);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Published = await catalog.PublishedAsync(User.Reader()!, null, Kind, Before, cancellationToken);
}
