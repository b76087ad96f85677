using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>Asks once, with who is concerned, before cancelling.</summary>
public sealed class CancelModel(
    ConferenceFinder finder, ConferenceDesk desk, SeriesCancelDesk series, IStringLocalizer<ConferencesText> text, IStringLocalizer<PlanningText> planning) : PageModel
{
    public const int LongestReason = 500;

    public ConferenceSight Sight { get; private set; } = null!;

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public SeriesScope Scope { get; set; }

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
        await CancelAsync(reason, cancellationToken);
        return Redirect($"/conferences/{id}");
    }

    /// <summary>A series may be cancelled together; what is live or over stays.</summary>
    private async Task CancelAsync(string reason, CancellationToken cancellationToken)
    {
        if (Sight.Conference.SeriesId is null || Scope == SeriesScope.One)
        {
            if (await desk.CancelAsync(Sight, reason, cancellationToken) is { } refusal)
                TempData.Warn(text[$"Change_{refusal}"]);
            else
                TempData.Say(text["CancelDone", Sight.Conference.Title]);
            return;
        }

        TempData.Say(planning["SeriesCancelled", await series.CancelAsync(Sight, Scope, reason, cancellationToken)]);
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true } sight)
            return false;
        Sight = sight;
        return true;
    }
}
