using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>A series as one reader may know it: its conferences, and one button for all that have a seat. Where the reader knows of none, it does not exist.</summary>
public sealed class ShowModel(
    TrainingDb db, ConferenceCatalog catalog, SeriesRegistration registration, SeriesTold told, IStringLocalizer<PlanningText> text) : PageModel
{
    public IReadOnlyList<ConferenceCard> Cards { get; private set; } = [];

    public string? Rule { get; private set; }

    /// <summary>How many of them the button would ask for.</summary>
    public int Free => Cards.Count(c => c.State is CardState.MayRegister or CardState.MayAsk);

    /// <summary>Seats the reader may give back.</summary>
    public int Seats => Cards.Count(c => c.State == CardState.Registered);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        Cards = await catalog.OfSeriesAsync(id, new CatalogScope(User.Reader(), User.Zone()), cancellationToken);
        if (Cards.Count == 0)
            return NotFound();
        Rule = await db.ConferenceSeries.Where(s => s.Id == id).Select(s => s.Rule).SingleAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRegisterAsync(int id, CancellationToken cancellationToken)
    {
        var seats = await registration.RegisterAsync(id, User.Reader()!, cancellationToken);
        if (seats.Count == 0)
            return NotFound();
        told.Tell(TempData, seats, User.Zone());
        return Redirect($"/conferences/series/{id}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int id, CancellationToken cancellationToken)
    {
        var given = await registration.WithdrawAsync(id, User.Reader()!, cancellationToken);
        if (given == 0)
            return NotFound();
        TempData.Say(text["SeriesWithdrawn", given]);
        return Redirect($"/conferences/series/{id}");
    }
}
