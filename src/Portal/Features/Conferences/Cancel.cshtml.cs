using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>Asks once, with who is concerned, before cancelling.</summary>
public sealed class CancelModel(ConferenceFinder finder, ConferenceDesk desk, IStringLocalizer<ConferencesText> text) : PageModel
{
    public const int LongestReason = 500;

    public ConferenceSight Sight { get; private set; } = null!;

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var reason = Reason?.Trim() ?? "";
        if (reason.Length > LongestReason)
            ModelState.AddModelError(nameof(Reason), text["ReasonTooLong"]);
        if (!ModelState.IsValid)
            return Page();
        if (await desk.CancelAsync(Sight, reason, cancellationToken) is { } refusal)
            TempData.Warn(text[$"Change_{refusal}"]);
        else
            TempData.Say(text["CancelDone", Sight.Conference.Title]);
        return Redirect($"/conferences/{id}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true } sight)
            return false;
        Sight = sight;
        return true;
    }
}
