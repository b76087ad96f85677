using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Milestones;

/// <summary>
/// One turn of many milestones of a kind that decides together (<see cref="IDecidesTogether"/>), in one transaction. All or none:
/// the one that fails is found by <see cref="MilestoneTurn"/>, which takes them one at a time.
/// </summary>
internal sealed class SharedTurn(TrainingDb db, TimeProvider time)
{
    /// <summary>Few enough for two nodes to share an hour's doors, and for a trainer's change to wait no longer than a blink.</summary>
    private const int AtOnce = 50;

    /// <returns>Milestones done and committed; none when none is due, or others hold all that are.</returns>
    public async Task<List<Milestone>> TakeAsync(IDecidesTogether act, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await HoldAsync(act.Kind, cancellationToken);
        if (due.Count == 0)
            return due;
        var outcomes = await act.DecideTogetherAsync([.. due.Select(m => m.ConferenceId)], cancellationToken);
        foreach (var alike in due.GroupBy(m => outcomes[m.ConferenceId]))
            await MarkAsync([.. alike], alike.Key, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due;
    }

    /// <summary>As one turn holds its milestone: with the conference, waiting for neither.</summary>
    private Task<List<Milestone>> HoldAsync(MilestoneKind kind, CancellationToken cancellationToken)
    {
        var (now, name) = (time.GetUtcNow(), kind.ToString());
        return db.Milestones.FromSql(
            $"""
             SELECT m.* FROM milestones m JOIN conferences c ON c.id = m.conference_id
             WHERE m.done_at IS NULL AND m.kind = {name} AND greatest(m.due_at, m.retry_at) <= {now}
             ORDER BY m.due_at, m.id LIMIT {AtOnce} FOR UPDATE OF m, c SKIP LOCKED
             """).AsNoTracking().ToListAsync(cancellationToken);
    }

    private Task<int> MarkAsync(List<Milestone> milestones, MilestoneOutcome outcome, CancellationToken cancellationToken)
    {
        var (now, ids) = (time.GetUtcNow(), milestones.ConvertAll(m => m.Id));
        milestones.ForEach(m => (m.DoneAt, m.Outcome) = (now, outcome));
        return db.Milestones.Where(m => ids.Contains(m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, now).SetProperty(m => m.Outcome, outcome), cancellationToken);
    }
}
