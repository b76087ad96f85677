using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Recordings;

/// <summary>
/// Hands recordings to be packaged to one process each, under a lease kept in the row. A process that dies loses its lease
/// within <see cref="Lease"/>, and the recording goes to the next.
/// </summary>
public sealed class PackagingDesk(TrainingDb db, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How long the engine is given to close a room, and its raw files with it, before packaging starts without.</summary>
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(20);

    public Task<int> CountDueAsync(CancellationToken cancellationToken = default) => Due(time.GetUtcNow()).CountAsync(cancellationToken);

    /// <returns>Null when nothing is due, or others hold all that is.</returns>
    public async Task<PackagingClaim?> ClaimNextAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        foreach (var id in await Due(now).OrderBy(r => r.NextTryAt).Select(r => r.ConferenceId).ToListAsync(cancellationToken))
        {
            if (await ClaimAsync(id, now, cancellationToken) is { } claim)
                return claim;
        }

        return null;
    }

    /// <param name="percent">How far the work is, for those who wait.</param>
    /// <returns>False when the lease was lost: stop working.</returns>
    public async Task<bool> RenewAsync(PackagingClaim claim, int percent, CancellationToken cancellationToken = default)
    {
        var until = time.GetUtcNow() + Lease;
        return await Held(claim).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.LeasedUntil, until).SetProperty(r => r.Percent, percent), cancellationToken) == 1;
    }

    /// <summary>The replay is there; also right when another run had published the same version.</summary>
    public Task PublishAsync(PackagingClaim claim, string version, TimeSpan duration, CancellationToken cancellationToken = default) =>
        Held(claim).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RecordingState.Published).SetProperty(r => r.Version, version)
                .SetProperty(r => r.DurationSeconds, duration.TotalSeconds).SetProperty(r => r.PublishedAt, time.GetUtcNow())
                .SetProperty(r => r.Failure, (string?)null).SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null),
            cancellationToken);

    /// <param name="reason">Named reason, kept in the row.</param>
    /// <param name="hopeless">Trying again cannot help.</param>
    public Task FailAsync(PackagingClaim claim, string reason, bool hopeless, CancellationToken cancellationToken = default)
    {
        var retry = hopeless ? null : time.GetUtcNow() + PackagingRetry.After(claim.Attempt);
        var state = retry is null ? RecordingState.Failed : RecordingState.Waiting;
        return Held(claim).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, state).SetProperty(r => r.Failure, reason)
                .SetProperty(r => r.NextTryAt, retry).SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null),
            cancellationToken);
    }

    /// <summary>Given back untouched, when the process is asked to stop: the next one starts at once.</summary>
    public Task ReleaseAsync(PackagingClaim claim, CancellationToken cancellationToken = default) =>
        Held(claim).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RecordingState.Waiting).SetProperty(r => r.Attempts, r => r.Attempts - 1)
                .SetProperty(r => r.NextTryAt, time.GetUtcNow()).SetProperty(r => r.LeasedUntil, (DateTimeOffset?)null),
            cancellationToken);

    private async Task<PackagingClaim?> ClaimAsync(int conferenceId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var attempts = await db.Recordings.Where(r => r.ConferenceId == conferenceId).Select(r => r.Attempts).SingleAsync(cancellationToken);
        var taken = await Due(now).Where(r => r.ConferenceId == conferenceId && r.Attempts == attempts).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RecordingState.Packaging).SetProperty(r => r.Attempts, attempts + 1).SetProperty(r => r.Percent, 0)
                .SetProperty(r => r.LeasedUntil, now + Lease),
            cancellationToken);
        return taken == 1 ? new PackagingClaim(conferenceId, attempts + 1) : null;
    }

    /// <summary>Waiting and its time has come, with the engine's room closed; or held by a process that has died.</summary>
    private IQueryable<Recording> Due(DateTimeOffset now) => db.Recordings.Where(r =>
        (r.State == RecordingState.Waiting && r.NextTryAt <= now
            && (r.EndedAt < now - Closing || !db.LiveRooms.Any(room => room.ConferenceId == r.ConferenceId && room.ClosedAt == null)))
        || (r.State == RecordingState.Packaging && r.LeasedUntil < now));

    private IQueryable<Recording> Held(PackagingClaim claim) => db.Recordings.Where(r =>
        r.ConferenceId == claim.ConferenceId && r.State == RecordingState.Packaging && r.Attempts == claim.Attempt);
}
