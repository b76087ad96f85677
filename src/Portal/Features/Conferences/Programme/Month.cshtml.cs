using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Programme;

/// <summary>The programme as a month of the wall; as a list of days on a narrow screen.</summary>
[AllowAnonymous]
public sealed class MonthModel(ConferenceCatalog catalog, TimeProvider clock) : ProgrammePage
{
    private const int Most = 500;

    [BindProperty(Name = "mois", SupportsGet = true)]
    public string? Named { get; set; }

    public ProgrammeMonth Month { get; private set; } = null!;

    public IReadOnlyList<ProgrammeWeek> Weeks { get; private set; } = [];

    public bool Empty { get; private set; }

    /// <summary>There are more than a page can show: the filter helps.</summary>
    public bool Cut { get; private set; }

    public override string Path => "/conferences/mois";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var now = clock.GetUtcNow();
        Month = ProgrammeMonth.Read(Named, now, User.Zone());
        var scope = new CatalogScope(User.Reader(), User.Zone(), Take: Most + 1) { Filter = Filter };
        var cards = await catalog.BetweenAsync(scope, Month.Span.From, Month.Span.Until, cancellationToken);
        (Empty, Cut) = (cards.Count == 0, cards.Count > Most);
        Weeks = Month.Weeks([.. cards.Take(Most)], now);
    }
}
