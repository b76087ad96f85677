using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Replays;

/// <summary>Every replay of the groups the reader may know, or of one of them, latest first; a page at a time.</summary>
public sealed class ListModel(ConferenceCatalog catalog, GroupFinder groups) : PageModel
{
    public const int PerPage = 30;

    [BindProperty(Name = "groupe", SupportsGet = true)]
    public string? Slug { get; set; }

    /// <summary>The last replay of the page before.</summary>
    [BindProperty(Name = "avant", SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<ConferenceCard> Replays { get; private set; } = [];

    public bool More { get; private set; }

    public Group? Group { get; private set; }

    public string Next => Group is null ? $"/replays?avant={Replays[^1].Id}" : $"/replays?groupe={Group.Slug}&avant={Replays[^1].Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Slug is not null && (Group = (await groups.FindInsideAsync(Slug, User.Reader(), cancellationToken))?.Group) is null)
            return NotFound();
        var scope = new CatalogScope(User.Reader()!, User.Zone(), Group?.Id, PerPage + 1) { Before = Before };
        var found = await catalog.PastAsync(scope, cancellationToken);
        (Replays, More) = ([.. found.Take(PerPage)], found.Count > PerPage);
        return Page();
    }
}
