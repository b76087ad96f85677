using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Letters.Bounces;

/// <summary>For administrators: the letters that were not delivered, the latest first. For everyone else the page does not exist.</summary>
public sealed class ListModel(TrainingDb db) : PageModel
{
    public const int PerPage = 50;

    /// <summary>The last of the page before.</summary>
    [BindProperty(Name = "avant", SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<LetterBounce> Bounces { get; private set; } = [];

    public bool More { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (User.Reader() is not { Administrator: true })
            return NotFound();
        var found = await db.LetterBounces.AsNoTracking().Where(b => Before == null || b.Id < Before)
            .OrderByDescending(b => b.Id).Take(PerPage + 1).ToListAsync(cancellationToken);
        (Bounces, More) = ([.. found.Take(PerPage)], found.Count > PerPage);
        return Page();
    }
}
