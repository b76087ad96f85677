using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Replays.Watching;

namespace Training.Portal.Features.Replays;

/// <summary>The replay, or why there is none yet.</summary>
public sealed class WatchModel(ReplayFinder replays, ReplayScreening screening, WatchingDesk watching) : PageModel
{
    public ReplaySight Sight { get; private set; } = null!;

    public Screening? Screening { get; private set; }

    /// <summary>How far the reader is with it; null when there is nothing to watch.</summary>
    public WatchProgress? Progress { get; private set; }

    public ReplayStanding Standing => Sight.Standing == ReplayStanding.Ready && Screening is null ? ReplayStanding.Failed : Sight.Standing;

    /// <summary>What the script needs; written with HTML-safe escapes.</summary>
    public string Data => JsonSerializer.Serialize(
        new { Screening!.Address, Screening.Duration, Screening.Pictures, Screening.Gaps }, JsonSerializerOptions.Web);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await replays.FindAsync(id, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        if (sight.Standing == ReplayStanding.Ready)
            Screening = await screening.OpenAsync(sight, cancellationToken);
        if (Screening is not null)
            Progress = await watching.OpenAsync(sight, User.Reader()!.MemberId, Screening, cancellationToken);
        return Page();
    }
}
