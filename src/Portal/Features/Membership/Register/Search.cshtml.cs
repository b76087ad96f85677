using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Membership.Register;

/// <summary>The register is public data: anyone may look a collectivité up.</summary>
[AllowAnonymous]
public sealed class SearchModel(CollectiviteFinder finder) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<FoundCollectivite> Found { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <summary>The answers alone, for the script that asks as one types.</summary>
    public async Task<IActionResult> OnGetAnswersAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Partial("_Found", this);
    }

    private async Task ReadAsync(CancellationToken cancellationToken) => Found = await finder.SearchAsync(Q, cancellationToken);
}
