using Training.Portal.Features.Recordings;
using Training.Scheduler.Hosting;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Packaging;

/// <summary>Has a job queued whenever a running session's sound waits to be mixed ahead.</summary>
internal sealed class PreparationSweep(PreparationDesk desk, WorkQueue queue) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (await desk.AnyDueAsync(cancellationToken))
            queue.TopUp<PreparationJob>(HangfireHosting.PreparationQueue, 1, job => job.RunAsync(CancellationToken.None));
    }
}
