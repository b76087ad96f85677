using Quartz;
using Training.Portal.Features.Milestones;

namespace Training.Scheduler.Milestones;

/// <summary>What every firing does, whatever its instant: drain the due rows.</summary>
internal sealed class DrainMilestonesJob(MilestoneDrain drain, IHostApplicationLifetime host) : IJob
{
    public static readonly JobKey Key = new("drain", "milestones");

    /// <summary>A host that stops waits for its jobs: what is not decided by then is another node's, or the next start's.</summary>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        try
        {
            await drain.DrainAsync(stop.Token);
        }
        catch (OperationCanceledException) when (host.ApplicationStopping.IsCancellationRequested)
        {
        }
    }
}
