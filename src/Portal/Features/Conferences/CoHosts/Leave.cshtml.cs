using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.CoHosts;

/// <summary>Asks once before a co-host withdraws. Exists for co-hosts alone.</summary>
public sealed class LeaveModel(ConferenceFinder finder, LeaveDesk desk, IStringLocalizer<PlanningText> text) : PageModel
{
    public ConferenceSight Sight { get; private set; } = null!;

    [BindProperty]
    public SeriesScope Scope { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        await desk.LeaveAsync(Sight, Scope, cancellationToken);
        TempData.Say(text["LeftCoHost", Sight.Conference.Title]);
        return Redirect("/conferences");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { IsCoHost: true } sight)
            return false;
        Sight = sight;
        return true;
    }
}
