using Quartz;
using Training.Portal.Features.Milestones;

namespace Training.Scheduler.Milestones;

/// <summary>What every firing does, whatever its instant: drain the due rows.</summary>
internal sealed class DrainMilestonesJob(MilestoneDrain drain) : IJob
{
    public static readonly JobKey Key = new("drain", "milestones");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await drain.DrainAsync(cancellationToken);
}
