using Training.Portal.Features.Membership;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Membership;

/// <summary>Forgets what was asked for at the doors and serves no more, once an hour on each node.</summary>
internal sealed class StaleRequestSweep(StaleRequests requests, Hourly<StaleRequestSweep> hourly) : ISweep
{
    public Task SweepAsync(CancellationToken cancellationToken) => hourly.IsDue() ? requests.ForgetAsync(cancellationToken) : Task.CompletedTask;
}
