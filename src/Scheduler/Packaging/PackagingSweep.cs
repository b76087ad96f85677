using Hangfire;
using Training.Portal.Features.Recordings;
using Training.Scheduler.Hosting;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Packaging;

/// <summary>Keeps as many packaging jobs queued as recordings wait, up to a few: each job takes the next recording.</summary>
internal sealed class PackagingSweep(PackagingDesk desk, WorkQueue queue) : ISweep
{
    private const int Most = 4;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var due = await desk.CountDueAsync(cancellationToken);
        if (due > 0)
            queue.TopUp<PackagingJob>(HangfireHosting.PackagingQueue, Math.Min(due, Most), job => job.RunAsync(CancellationToken.None));
    }
}
