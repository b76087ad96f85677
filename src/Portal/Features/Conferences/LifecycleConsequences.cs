using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Candidacies;

namespace Training.Portal.Features.Conferences;

/// <summary>What a step changes beside the conference, in its transaction: the recording's row, who still waits for a seat, and the milestones.</summary>
internal sealed class LifecycleConsequences(TrainingDb db, EndingWork ending, OfferDesk offers)
{
    public async Task FollowAsync(
        int id, LifecycleStep step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (step == LifecycleStep.GoLive)
            await StartRecordingAsync(id, now, cancellationToken);
        if (step == LifecycleStep.End)
            await ending.WriteAsync(id, now, cancellationToken);
        if (step is LifecycleStep.End or LifecycleStep.Cancel)
            await offers.CloseAsync((NpgsqlConnection)db.Database.GetDbConnection(), id, held: step == LifecycleStep.End, cancellationToken);
        await SettleMilestonesAsync(id, step, now, cancellationToken);
    }

    private Task<int> StartRecordingAsync(int id, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO recordings (conference_id, state, started_at, attempts) VALUES ({id}, 'Running', {now}, 0)
            ON CONFLICT (conference_id) DO NOTHING
            """,
            cancellationToken);

    /// <summary>
    /// Milestones this step makes are done, those it makes pointless are obsolete: once it has begun, nobody is reminded. One locked by the Scheduler is left to
    /// it: it holds the milestone and waits for the conference, so waiting here would be a deadlock.
    /// </summary>
    private Task<int> SettleMilestonesAsync(
        int id, LifecycleStep step, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = step is LifecycleStep.End or LifecycleStep.Cancel;
        var begun = over || step == LifecycleStep.GoLive;
        var done = step switch { LifecycleStep.End => "End", LifecycleStep.Cancel => "", _ => "DoorsOpen" };
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE milestones SET done_at = {now}, outcome = CASE WHEN kind = {done} THEN 'Done' ELSE 'Obsolete' END
            WHERE id IN (SELECT id FROM milestones
                WHERE conference_id = {id} AND done_at IS NULL AND (kind = {done} OR ({over} AND kind IN ('DoorsOpen', 'End', 'OfferLapse'))
                    OR ({begun} AND kind IN ('FirstReminder', 'SecondReminder', 'LastReminder')))
                FOR UPDATE SKIP LOCKED)
            """,
            cancellationToken);
    }
}
