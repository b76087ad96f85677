using Microsoft.EntityFrameworkCore;
using Quartz;
using Training.Portal.Data;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Milestones;

/// <summary>Makes Quartz hold one trigger per distinct coming instant of the undone rows, and fires at once for what is overdue.</summary>
internal sealed class MilestoneSweep(TrainingDb db, ISchedulerFactory quartz, TimeProvider time) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var triggers = new MilestoneTriggers(await quartz.GetScheduler(cancellationToken), time);
        // Triggers first: one whose row another node commits meanwhile is then never taken for a stale one.
        var held = await triggers.HeldAsync(cancellationToken);
        var instants = await InstantsAsync(cancellationToken);
        var now = time.GetUtcNow();
        await triggers.MatchAsync(held, [.. instants.Where(i => i > now)], cancellationToken);
        if (instants.Exists(i => i <= now))
            await triggers.FireAsync(cancellationToken);
    }

    private Task<List<DateTimeOffset>> InstantsAsync(CancellationToken cancellationToken) =>
        db.Milestones.Where(m => m.DoneAt == null)
            .Select(m => m.RetryAt != null && m.RetryAt > m.DueAt ? m.RetryAt.Value : m.DueAt).Distinct().ToListAsync(cancellationToken);
}
