using System.Linq.Expressions;
using Hangfire;

namespace Training.Scheduler.Hosting;

/// <summary>Hangfire's queues, kept as short as the work: sweeps ask every few seconds, and jobs nobody has begun would pile up.</summary>
internal sealed class WorkQueue(JobStorage storage, IBackgroundJobClient jobs)
{
    /// <summary>Adds jobs until this many wait for a worker.</summary>
    public void TopUp<TJob>(string queue, int wanted, Expression<Func<TJob, Task>> work)
    {
        for (var waiting = storage.GetMonitoringApi().EnqueuedCount(queue); waiting < wanted; waiting++)
            jobs.Enqueue(queue, work);
    }
}
