using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

/// <summary>A resource's table, page by page, filtered and sorted. Whoever has not opened it is led to what opens it.</summary>
public sealed class TableModel(ResourceFinder resources, TableBrowsing tables) : PageModel
{
    private const int LongestQuestion = 100;

    public ResourceSight Sight { get; private set; } = null!;

    public ResourceVersion Version { get; private set; } = null!;

    public TablePage Rows { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The column looked in.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Dans { get; set; }

    /// <summary>The column sorted by.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Tri { get; set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Tri is not null;

    public async Task<IActionResult> OnGetAsync(int id, int? version, int? numero, CancellationToken cancellationToken)
    {
        if (await resources.FindAsync(id, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        if (sight.Standing != ResourceStanding.Open)
            return Redirect($"/ressources/{id}");
        if (sight.Version(version) is not { RowCount: > 0 } shown)
            return NotFound();
        (Sight, Version) = (sight, shown);
        Q = Q is { Length: > LongestQuestion } ? Q[..LongestQuestion] : Q;
        Rows = await tables.ReadAsync(shown, new TableQuestion(Q?.Replace("\0", "", StringComparison.Ordinal), Dans, Tri, numero ?? 1), cancellationToken);
        return Page();
    }

    public string PageAddress(int page) => QueryHelpers.AddQueryString($"/ressources/{Sight.Resource.Id}/table", new Dictionary<string, string?>
    {
        ["version"] = Text(Version.Number),
        ["q"] = Q,
        ["dans"] = Text(Dans),
        ["tri"] = Text(Tri),
        ["numero"] = Text(page),
    }.Where(p => p.Value is not null));

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
