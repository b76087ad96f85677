using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Registrations;

/// <summary>Who holds a seat, for those who run the conference. For everyone else the page does not exist. No address is shown.</summary>
public sealed class RegistrantsModel(ConferenceFinder finder, TrainingDb db) : PageModel
{
    public sealed record Line(string Name, string Collectivite, DateTimeOffset Since);

    public ConferenceSight Sight { get; private set; } = null!;

    public IReadOnlyList<Line> Registrants { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true } sight)
            return NotFound();
        Sight = sight;
        Registrants = await db.Registrations.Where(r => r.ConferenceId == id && r.WithdrawnAt == null)
            .OrderBy(r => r.Member.Name).ThenBy(r => r.Id)
            .Select(r => new Line(r.Member.Name, r.Member.Collectivite.Name, r.RegisteredAt)).ToListAsync(cancellationToken);
        return Page();
    }
}
