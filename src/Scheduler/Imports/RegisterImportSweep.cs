using Training.Portal.Features.Membership.Import;
using Training.Scheduler.Hosting;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Imports;

/// <summary>Has a job queued whenever an import waits for a process, or has lost the one it had.</summary>
internal sealed class RegisterImportSweep(ImportClaims claims, WorkQueue queue) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (await claims.IsDueAsync(cancellationToken))
            queue.TopUp<RegisterImportJob>(HangfireHosting.ImportsQueue, 1, job => job.RunAsync(CancellationToken.None));
    }
}
