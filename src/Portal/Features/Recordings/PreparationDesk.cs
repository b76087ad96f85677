using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Recordings;

/// <summary>Says which running recording's sound is to be mixed ahead, to one process every few minutes. Losing a turn costs nothing but time at the end.</summary>
public sealed class PreparationDesk(TrainingDb db, TimeProvider time)
{
    public static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(3);

    public Task<bool> AnyDueAsync(CancellationToken cancellationToken = default) => Due(time.GetUtcNow()).AnyAsync(cancellationToken);

    /// <returns>The conference whose turn it is, or null.</returns>
    public async Task<int?> ClaimNextAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        foreach (var id in await Due(now).OrderBy(r => r.PreparedAt).Select(r => r.ConferenceId).ToListAsync(cancellationToken))
            if (await Due(now).Where(r => r.ConferenceId == id)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.PreparedAt, now), cancellationToken) == 1)
                return id;
        return null;
    }

    /// <summary>False once the session is over, or a finished one waits: packaging goes first.</summary>
    public async Task<bool> MayGoOnAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        return await db.Recordings.AnyAsync(r => r.ConferenceId == conferenceId && r.State == RecordingState.Running, cancellationToken)
            && !await db.Recordings.AnyAsync(r => r.State == RecordingState.Waiting && r.NextTryAt <= now, cancellationToken);
    }

    private IQueryable<Recording> Due(DateTimeOffset now) => db.Recordings.Where(r =>
        r.State == RecordingState.Running && (r.PreparedAt ?? r.StartedAt) < now - Rhythm);
}
