using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Milestones;

/// <summary>One milestone's turn: taken under lock, decided and marked, in one transaction.</summary>
internal sealed class MilestoneTurn(TrainingDb db, IEnumerable<IMilestoneAct> acts, TimeProvider time)
{
    /// <summary>The milestone under way, known also when it fails.</summary>
    public Milestone? Held { get; private set; }

    /// <returns>The milestone, done and committed; null when nothing is due.</returns>
    public async Task<Milestone?> TakeAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        Held = await HoldAsync(cancellationToken);
        if (Held is null)
            return null;
        var act = acts.Single(a => a.Kind == Held.Kind);
        await MarkAsync(Held, await act.DecideAsync(Held.ConferenceId, cancellationToken), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Held;
    }

    /// <summary>Milestone and conference together, waiting for neither: what a trainer is changing just now comes later, and nothing deadlocks.</summary>
    private async Task<Milestone?> HoldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await db.Milestones.FromSql(
            $"""
             SELECT m.* FROM milestones m JOIN conferences c ON c.id = m.conference_id
             WHERE m.done_at IS NULL AND greatest(m.due_at, m.retry_at) <= {now}
             ORDER BY m.due_at, m.id LIMIT 1 FOR UPDATE OF m, c SKIP LOCKED
             """).AsNoTracking().ToListAsync(cancellationToken);
        return rows.SingleOrDefault();
    }

    /// <summary>Unless the act itself has settled it, or put it off.</summary>
    private Task<int> MarkAsync(Milestone milestone, MilestoneOutcome outcome, CancellationToken cancellationToken)
    {
        var (now, due) = (time.GetUtcNow(), milestone.DueAt);
        (milestone.DoneAt, milestone.Outcome) = (now, outcome);
        return db.Milestones.Where(m => m.Id == milestone.Id && m.DoneAt == null && m.DueAt == due)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, now).SetProperty(m => m.Outcome, outcome), cancellationToken);
    }
}
