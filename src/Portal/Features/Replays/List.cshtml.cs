using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Replays;

/// <summary>Every replay of the groups the reader may know, latest first.</summary>
public sealed class ListModel(ConferenceCatalog catalog) : PageModel
{
    public IReadOnlyList<ConferenceCard> Replays { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Replays = await catalog.PastAsync(new CatalogScope(User.Reader()!, User.Zone()), cancellationToken);
}
