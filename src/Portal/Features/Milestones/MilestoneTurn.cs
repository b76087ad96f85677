using Microsoft.EntityFrameworkCore;
using Training.Media.Rooms;
using Training.Portal.Data;

namespace Training.Portal.Features.Milestones;

/// <summary>One milestone's turn: taken under lock, decided and marked in one transaction, followed up after it.</summary>
internal sealed class MilestoneTurn(TrainingDb db, IEnumerable<IMilestoneAct> acts, TimeProvider time, ILogger<MilestoneTurn> log)
{
    /// <summary>The milestone under way, known also when it fails.</summary>
    public Milestone? Taken { get; private set; }

    /// <returns>False when nothing is due.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        Taken = await HoldAsync(cancellationToken);
        if (Taken is null)
            return false;
        var act = acts.Single(a => a.Kind == Taken.Kind);
        await MarkAsync(Taken, await act.DecideAsync(Taken.ConferenceId, cancellationToken), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await FollowAsync(act, Taken, cancellationToken);
        return true;
    }

    /// <summary>The milestone is done whatever follows: a room engine that is down is caught up with by others.</summary>
    private async Task FollowAsync(IMilestoneAct act, Milestone milestone, CancellationToken cancellationToken)
    {
        try
        {
            await act.FollowAsync(milestone.ConferenceId, cancellationToken);
        }
        catch (RoomEngineException failure)
        {
            log.LogWarning("After {Kind} of conference {Conference}, the room engine: {Reason}", milestone.Kind, milestone.ConferenceId, failure.Message);
        }
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

    /// <summary>Unless the act itself has settled it.</summary>
    private Task<int> MarkAsync(Milestone milestone, MilestoneOutcome outcome, CancellationToken cancellationToken) =>
        db.Milestones.Where(m => m.Id == milestone.Id && m.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, time.GetUtcNow()).SetProperty(m => m.Outcome, outcome), cancellationToken);
}
