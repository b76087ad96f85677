using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Membership.Directory;

/// <summary>The members one may see, searched.</summary>
public sealed class ListModel(DirectoryReading reading) : PageModel
{
    private const int LastPage = 10_000;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Trade? Trade { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Departement { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<DirectoryLine> Lines { get; private set; } = [];

    public bool More { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>The answers alone, for the script that asks as one types.</summary>
    public async Task<IActionResult> OnGetAnswersAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Partial("_Lines", this);
    }

    public string PageHref(int page)
    {
        var query = new QueryBuilder { { nameof(Q), Q ?? "" }, { nameof(Trade), Trade?.ToString() ?? "" }, { nameof(Departement), Departement ?? "" } };
        query.Add(nameof(P), page.ToString(CultureInfo.InvariantCulture));
        return "/annuaire" + query;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        P = Math.Clamp(P, 1, LastPage);
        var question = new DirectoryQuestion(Q, Trade, Departement?.Trim().ToUpperInvariant(), P);
        (Lines, More) = await reading.SearchAsync(User.Reader()!, question, cancellationToken);
    }
}
