using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>Every conference the reader may know; for a visitor, those of open groups.</summary>
[AllowAnonymous]
public sealed class ListModel(ConferenceCatalog catalog) : PageModel
{
    private const int LatestPast = 30;

    public bool Visitor { get; private set; }

    public IReadOnlyList<ConferenceCard> Now { get; private set; } = [];

    public IReadOnlyList<ConferenceCard> Coming { get; private set; } = [];

    public IReadOnlyList<ConferenceCard> Past { get; private set; } = [];

    /// <summary>Where past ones go on.</summary>
    public int? PastAfter { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = new CatalogScope(User.Reader(), User.Zone());
        Visitor = scope.Reader is null;
        Now = await catalog.NowAsync(scope, cancellationToken);
        Coming = await catalog.ComingAsync(scope, cancellationToken);
        Past = await catalog.PastAsync(scope with { Take = LatestPast }, cancellationToken);
        PastAfter = Past.Count == LatestPast && !Visitor ? Past[^1].Id : null;
    }
}
