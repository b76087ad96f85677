using Training.Portal.Features.Recordings;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Packaging;

/// <summary>Removes what has been kept as long as was promised.</summary>
internal sealed class RetentionSweep(RetentionDesk desk) : ISweep
{
    public Task SweepAsync(CancellationToken cancellationToken) => desk.PurgeAsync(cancellationToken);
}
