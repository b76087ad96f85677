using Training.Portal.Features.Membership;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Membership;

/// <summary>Forgets what was asked for at the doors and serves no more, once an hour on each node.</summary>
internal sealed class StaleRequestSweep(StaleRequests requests, StaleRequestRhythm rhythm, TimeProvider time) : ISweep
{
    public Task SweepAsync(CancellationToken cancellationToken) =>
        rhythm.IsDue(time.GetUtcNow()) ? requests.ForgetAsync(cancellationToken) : Task.CompletedTask;
}

/// <summary>Remembers the last time between sweeps.</summary>
internal sealed class StaleRequestRhythm
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private DateTimeOffset next;

    public bool IsDue(DateTimeOffset now)
    {
        if (now < next)
            return false;
        next = now + Pause;
        return true;
    }
}
