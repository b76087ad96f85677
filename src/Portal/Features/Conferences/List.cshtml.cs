using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Portal.Features.Conferences.Programme;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>Every conference the reader may know; for a visitor, those of open groups. Under a filter when asked, a page at a time.</summary>
[AllowAnonymous]
public sealed class ListModel(ConferenceCatalog catalog) : ProgrammePage
{
    public const int PerPage = 30;

    /// <summary>The last of the coming ones on the page before.</summary>
    [BindProperty(Name = "apres", SupportsGet = true)]
    public int? After { get; set; }

    /// <summary>The last of the past ones on the page before.</summary>
    [BindProperty(Name = "avant", SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<ConferenceCard> Now { get; private set; } = [];

    public IReadOnlyList<ConferenceCard> Coming { get; private set; } = [];

    public IReadOnlyList<ConferenceCard> Past { get; private set; } = [];

    /// <summary>Where coming ones go on.</summary>
    public int? ComingNext { get; private set; }

    /// <summary>Where past ones go on.</summary>
    public int? PastNext { get; private set; }

    public override string Path => "/conferences";

    /// <summary>Coming ones are looked for: not on further pages of past ones, nor among replays.</summary>
    public bool ShowsComing => Before is null && !Filter.Replay;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var scope = new CatalogScope(User.Reader(), User.Zone(), Take: PerPage + 1) { Filter = Filter };
        if (ShowsComing && After is null)
            Now = await catalog.NowAsync(scope, cancellationToken);
        if (ShowsComing)
            (Coming, ComingNext) = Cut(await catalog.ComingAsync(scope with { After = After }, cancellationToken));
        if (After is null)
            (Past, PastNext) = Cut(await catalog.PastAsync(scope with { Before = Before }, cancellationToken));
    }

    private static (IReadOnlyList<ConferenceCard> Shown, int? Next) Cut(IReadOnlyList<ConferenceCard> found) =>
        found.Count > PerPage ? ([.. found.Take(PerPage)], found[PerPage - 1].Id) : (found, null);
}
