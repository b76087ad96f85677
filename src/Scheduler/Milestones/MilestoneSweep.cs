using Microsoft.EntityFrameworkCore;
using Quartz;
using Training.Portal.Data;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Milestones;

/// <summary>
/// Makes Quartz hold one trigger per distinct instant of the undone rows that comes within two days, and fires at once for what is overdue.
/// What is further off gets its trigger when it comes near: ten thousand conferences planned cost a sweep no more than those of two days.
/// </summary>
internal sealed class MilestoneSweep(TrainingDb db, ISchedulerFactory quartz, TimeProvider time) : ISweep
{
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(2);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var triggers = new MilestoneTriggers(await quartz.GetScheduler(cancellationToken), time);
        // Triggers first: one whose row another node commits meanwhile is then never taken for a stale one.
        var held = await triggers.HeldAsync(cancellationToken);
        var now = time.GetUtcNow();
        var instants = await InstantsAsync(now + Horizon, cancellationToken);
        await triggers.MatchAsync(held, [.. instants.Where(i => i > now)], cancellationToken);
        if (instants.Exists(i => i <= now))
            await triggers.FireAsync(cancellationToken);
    }

    private Task<List<DateTimeOffset>> InstantsAsync(DateTimeOffset until, CancellationToken cancellationToken) =>
        db.Milestones.Where(m => m.DoneAt == null && m.DueAt <= until)
            .Select(m => m.RetryAt != null && m.RetryAt > m.DueAt ? m.RetryAt.Value : m.DueAt).Distinct().ToListAsync(cancellationToken);
}
