using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Health;

/// <summary>Whether some Scheduler is alive. Written and read in the database's own time, so that no node's clock matters.</summary>
public sealed class SchedulerPulse(TrainingDb db)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>One node's beat; nodes silent for a day are forgotten.</summary>
    public Task BeatAsync(string node, CancellationToken cancellationToken = default) =>
        db.Database.ExecuteSqlAsync(
            $"""
             WITH gone AS (DELETE FROM scheduler_heartbeats WHERE at < clock_timestamp() - {Forgotten} AND node <> {node})
             INSERT INTO scheduler_heartbeats (node, at) VALUES ({node}, clock_timestamp())
             ON CONFLICT (node) DO UPDATE SET at = excluded.at
             """,
            cancellationToken);

    /// <summary>Every node that beat within a day, the liveliest first.</summary>
    public async Task<IReadOnlyList<SchedulerHeartbeat>> NodesAsync(CancellationToken cancellationToken = default) =>
        await db.SchedulerHeartbeats.AsNoTracking().OrderByDescending(h => h.At).ToListAsync(cancellationToken);

    public async Task<bool> IsAliveAsync(CancellationToken cancellationToken = default)
    {
        var beats = await db.SchedulerHeartbeats
            .FromSql($"SELECT * FROM scheduler_heartbeats WHERE at > clock_timestamp() - {Fresh} LIMIT 1")
            .AsNoTracking().ToListAsync(cancellationToken);
        return beats.Count > 0;
    }
}
