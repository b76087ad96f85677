using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

/// <summary>Every published resource of the groups the reader may know.</summary>
public sealed class ListModel(ResourceCatalog catalog) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ResourceKind? Kind { get; set; }

    public IReadOnlyList<ResourceCard> Cards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Cards = await catalog.PublishedAsync(User.Reader()!, null, Kind, cancellationToken);
}
