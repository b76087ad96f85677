using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Milestones.Operating;

/// <summary>Reads the milestones by where they stand. Takes no lock: a page that is looked at holds up no Scheduler.</summary>
public sealed class MilestoneReading(TrainingDb db, TimeProvider clock)
{
    /// <summary>As many as one looks through on a telephone, where each is a card.</summary>
    public const int PerPage = 10;

    /// <summary>A firing takes a moment; what is younger is no worry.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan MissedShown = TimeSpan.FromDays(30);

    public async Task<IReadOnlyDictionary<MilestoneStanding, int>> CountAsync(CancellationToken cancellationToken)
    {
        var held = await HeldAsync(cancellationToken);
        Dictionary<MilestoneStanding, int> counts = [];
        foreach (var standing in Enum.GetValues<MilestoneStanding>())
            counts[standing] = await db.Milestones.CountAsync(Where(standing, held), cancellationToken);
        return counts;
    }

    /// <summary>The most pressing first, of those missed the latest.</summary>
    public async Task<IReadOnlyList<MilestoneLine>> ListAsync(MilestoneStanding standing, int page, CancellationToken cancellationToken)
    {
        var found = db.Milestones.Where(Where(standing, await HeldAsync(cancellationToken)));
        var ordered = standing == MilestoneStanding.Missed ? found.OrderByDescending(m => m.DoneAt).ThenBy(m => m.Id) : found.OrderBy(m => m.DueAt).ThenBy(m => m.Id);
        return await ordered.Skip((page - 1) * PerPage).Take(PerPage)
            .Join(db.Conferences, m => m.ConferenceId, c => c.Id, (m, c) => new MilestoneLine(
                m.Id, m.Kind, c.Id, c.Title, m.DueAt, m.DoneAt, m.Failures, m.RetryAt, m.LastError))
            .ToListAsync(cancellationToken);
    }

    private Expression<Func<Milestone, bool>> Where(MilestoneStanding standing, IReadOnlyList<int> held)
    {
        var (late, since) = (clock.GetUtcNow() - Patience, clock.GetUtcNow() - MissedShown);
        return standing switch
        {
            MilestoneStanding.Running => m => m.DoneAt == null && held.Contains(m.Id),
            MilestoneStanding.Failed => m => m.DoneAt == null && m.Failures > 0 && !held.Contains(m.Id),
            MilestoneStanding.Late => m => m.DoneAt == null && m.Failures == 0 && m.DueAt < late && !held.Contains(m.Id),
            MilestoneStanding.Coming => m => m.DoneAt == null && m.Failures == 0 && m.DueAt >= late && !held.Contains(m.Id),
            _ => m => m.Outcome == MilestoneOutcome.Missed && m.DoneAt > since,
        };
    }

    /// <summary>Rows that a transaction under way has locked or written: it is named in the row, and holds its own number.</summary>
    private Task<List<int>> HeldAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Database.SqlQuery<int>(
            $"""
             SELECT m.id AS "Value" FROM milestones m
             JOIN pg_locks l ON l.locktype = 'transactionid' AND l.transactionid = m.xmax AND l.mode = 'ExclusiveLock' AND l.granted
             WHERE m.done_at IS NULL AND m.due_at <= {now}
             """).ToListAsync(cancellationToken);
    }
}
