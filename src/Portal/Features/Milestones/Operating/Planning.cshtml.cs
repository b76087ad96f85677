using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Health;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Milestones.Operating;

/// <summary>For administrators: what the Scheduler has to do, does, failed to do or did too late. For everyone else the page does not exist.</summary>
public sealed class PlanningModel(MilestoneReading reading, MilestoneDesk desk, SchedulerPulse pulse, IStringLocalizer<OperatingText> text) : PageModel
{
    public const string Path = "/administration/planification";

    [BindProperty(Name = "etat", SupportsGet = true)]
    public MilestoneStanding? Asked { get; set; }

    public IReadOnlyDictionary<MilestoneStanding, int> Counts { get; private set; } = new Dictionary<MilestoneStanding, int>();

    public IReadOnlyList<MilestoneLine> Lines { get; private set; } = [];

    public IReadOnlyList<SchedulerHeartbeat> Nodes { get; private set; } = [];

    public bool Alive { get; private set; }

    /// <summary>What is asked for; else what needs somebody; else what comes.</summary>
    public MilestoneStanding Standing => Asked
        ?? new[] { MilestoneStanding.Failed, MilestoneStanding.Late }.Where(s => Counts[s] > 0).Select(s => (MilestoneStanding?)s).FirstOrDefault()
        ?? MilestoneStanding.Coming;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (User.Reader() is not { Administrator: true })
            return NotFound();
        (Nodes, Alive) = (await pulse.NodesAsync(cancellationToken), await pulse.IsAliveAsync(cancellationToken));
        Counts = await reading.CountAsync(cancellationToken);
        Lines = await reading.ListAsync(Standing, cancellationToken);
        return Page();
    }

    /// <param name="id">Null for every one that failed.</param>
    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellationToken)
    {
        if (User.Reader() is not { Administrator: true })
            return NotFound();
        TempData.Say(await desk.RetryAsync(id, cancellationToken) switch { 0 => text["RetryNone"], 1 => text["RetryOne"], var many => text["RetryMany", many] });
        return Redirect(Path);
    }
}
