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

    public int Pages => Math.Max(1, (Counts[Standing] + MilestoneReading.PerPage - 1) / MilestoneReading.PerPage);

    /// <summary>The page shown, one of <see cref="Pages"/>.</summary>
    public int Number { get; private set; } = 1;

    public IReadOnlyList<SchedulerHeartbeat> Nodes { get; private set; } = [];

    public bool Alive { get; private set; }

    /// <summary>What is asked for; else what needs somebody; else what comes.</summary>
    public MilestoneStanding Standing => Asked
        ?? new[] { MilestoneStanding.Failed, MilestoneStanding.Late }.Where(s => Counts[s] > 0).Select(s => (MilestoneStanding?)s).FirstOrDefault()
        ?? MilestoneStanding.Coming;

    public string PageAddress(int number) => $"{Path}?etat={Standing}&page-n={number}";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page-n")] int? number, CancellationToken cancellationToken)
    {
        if (User.Reader() is not { Administrator: true })
            return NotFound();
        (Nodes, Alive) = (await pulse.NodesAsync(cancellationToken), await pulse.IsAliveAsync(cancellationToken));
        Counts = await reading.CountAsync(cancellationToken);
        Number = Math.Clamp(number ?? 1, 1, Pages);
        Lines = await reading.ListAsync(Standing, Number, cancellationToken);
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
