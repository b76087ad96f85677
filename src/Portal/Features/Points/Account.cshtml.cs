using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Points;

/// <summary>For administrators: any member's ledger, and the reversal of any line. For everyone else the page does not exist.</summary>
public sealed class AccountModel(
    TrainingDb db, LedgerReading ledger, LedgerReversal reversal, PointsWords words, TimeProvider time, IStringLocalizer<PointsText> text) : PageModel
{
    private const int LongestWhy = 200;

    [BindProperty(SupportsGet = true)]
    public string? Adresse { get; set; }

    public Member? Member { get; private set; }

    public PointsAccount Account { get; private set; } = new();

    public LinesPage Lines { get; private set; } = new([], [], false);

    public async Task<IActionResult> OnGetAsync(int? memberId, [FromQuery(Name = "avant")] long? before, CancellationToken cancellationToken)
    {
        if (User.Reader() is not { Administrator: true })
            return NotFound();
        if (memberId is { } id)
            return await ShowAsync(id, before, cancellationToken) ? Page() : NotFound();
        return string.IsNullOrWhiteSpace(Adresse) ? Page() : await FindAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostReverseAsync(int? memberId, long entry, string? why, CancellationToken cancellationToken)
    {
        if (User.Reader() is not { Administrator: true } reader || memberId is not { } id
            || !await db.PointsEntries.AnyAsync(e => e.Id == entry && e.MemberId == id, cancellationToken))
            return NotFound();
        if (why?.Trim() is not { Length: > 0 and <= LongestWhy } told)
            TempData.Warn(text["WhyMissing"]);
        else if (await reversal.ReverseAsync(entry, reader.MemberId, told, time.GetUtcNow(), cancellationToken) is { } refusal)
            TempData.Warn(words.Refusal(refusal));
        else
            TempData.Say(text["Reversed"]);
        return Redirect($"/points/{id}");
    }

    private async Task<IActionResult> FindAsync(CancellationToken cancellationToken)
    {
        var address = MailAddressRule.Read(Adresse).Address?.ToString();
        var found = await db.Members.Where(m => m.Address == address).Select(m => (int?)m.Id).SingleOrDefaultAsync(cancellationToken);
        if (found is { } id)
            return Redirect($"/points/{id}");
        ModelState.AddModelError(nameof(Adresse), text["AddressUnknown"]);
        return Page();
    }

    private async Task<bool> ShowAsync(int id, long? before, CancellationToken cancellationToken)
    {
        Member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
        Account = await ledger.AccountAsync(id, cancellationToken);
        Lines = await ledger.PageAsync(id, before, cancellationToken);
        return Member is not null;
    }
}
