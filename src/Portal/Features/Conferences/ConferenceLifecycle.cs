using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Settings;

namespace Training.Portal.Features.Conferences;

/// <summary>
/// Moves a conference through its states, for the trainer's buttons and for the Scheduler's milestones alike. Each step is
/// one transaction (or part of the caller's, when <c>db</c> has one): state, recording and milestones together. However
/// many callers ask at once, one makes the change. The caller of an outer
/// transaction nudges the Scheduler after its commit. Entities already tracked by <c>db</c> are not refreshed.
/// </summary>
public sealed class ConferenceLifecycle(
    TrainingDb db, EndingWork ending, OfferDesk offers, WorkNudger nudger, TimeProvider clock, TrainingSettings settings)
{
    private const int Tries = 5;

    public Task<LifecycleOutcome> OpenDoorsAsync(int conferenceId, CancellationToken cancellationToken = default) =>
        StepAsync(conferenceId, LifecycleStep.OpenDoors, null, cancellationToken);

    /// <summary>Records the instant and starts the recording's row (Running).</summary>
    public Task<LifecycleOutcome> GoLiveAsync(int conferenceId, CancellationToken cancellationToken = default) =>
        StepAsync(conferenceId, LifecycleStep.GoLive, null, cancellationToken);

    /// <summary>Records the instant; a running recording waits for its packaging from now on.</summary>
    public Task<LifecycleOutcome> EndAsync(int conferenceId, CancellationToken cancellationToken = default) =>
        StepAsync(conferenceId, LifecycleStep.End, null, cancellationToken);

    /// <summary>Only the state, the reason, the calendar sequence and the milestones; letters are the caller's.</summary>
    public Task<LifecycleOutcome> CancelAsync(int conferenceId, string reason, CancellationToken cancellationToken = default) =>
        StepAsync(conferenceId, LifecycleStep.Cancel, reason, cancellationToken);

    /// <summary>Puts the automatic end off, counted from now when it is already due.</summary>
    /// <returns>The new instant of the automatic end, or null when it has already been decided.</returns>
    public async Task<DateTimeOffset?> ExtendAsync(int conferenceId, TimeSpan by, CancellationToken cancellationToken = default)
    {
        var moved = await db.Database.SqlQuery<DateTimeOffset>($"""
            UPDATE milestones SET due_at = greatest(due_at, {clock.GetUtcNow()}) + {by}
            WHERE conference_id = {conferenceId} AND kind = 'End' AND done_at IS NULL
            RETURNING due_at
            """).ToListAsync(cancellationToken);
        nudger.Nudge();
        return moved is [var instant] ? instant : null;
    }

    private async Task<LifecycleOutcome> StepAsync(int id, LifecycleStep step, string? reason, CancellationToken cancellationToken)
    {
        await using var own = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        var outcome = await TryAsync(id, step, reason, cancellationToken);
        if (own is null)
            return outcome;
        await own.CommitAsync(cancellationToken);
        nudger.Nudge();
        return outcome;
    }

    /// <summary>Decides on what it read, and changes only if that is still so; else reads again.</summary>
    private async Task<LifecycleOutcome> TryAsync(int id, LifecycleStep step, string? reason, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var facts = await FactsAsync(id, cancellationToken);
            if (facts is null)
                return LifecycleOutcome.Missing;
            var now = clock.GetUtcNow();
            var outcome = LifecycleRule.Decide(step, facts, now, TimeSpan.FromMinutes(settings.Rooms.DoorsMinutes));
            if (outcome != LifecycleOutcome.Changed)
                return outcome;
            if (await ChangedAsync(id, step, facts, reason, now, cancellationToken))
            {
                await new LifecycleConsequences(db, ending, offers).FollowAsync(id, step, now, cancellationToken);
                return outcome;
            }

            if (attempt == Tries)
                throw new DbUpdateConcurrencyException($"Conference {id} kept changing during {step}.");
        }
    }

    private Task<LifecycleFacts?> FactsAsync(int id, CancellationToken cancellationToken) =>
        db.Conferences.Where(c => c.Id == id)
            .Select(c => new LifecycleFacts(c.State, c.StartsAt, c.EndsAt)).SingleOrDefaultAsync(cancellationToken);

    private async Task<bool> ChangedAsync(
        int id, LifecycleStep step, LifecycleFacts seen, string? reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = LifecycleRule.StateAfter(step);
        return await db.Conferences
            .Where(c => c.Id == id && c.State == seen.State && c.StartsAt == seen.StartsAt && c.EndsAt == seen.EndsAt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.State, state)
                    .SetProperty(c => c.WentLiveAt, c => step == LifecycleStep.GoLive ? now : c.WentLiveAt)
                    .SetProperty(c => c.EndedAt, c => step == LifecycleStep.End ? now : c.EndedAt)
                    .SetProperty(c => c.CancelReason, c => step == LifecycleStep.Cancel ? reason : c.CancelReason)
                    .SetProperty(c => c.CalendarSequence, c => c.CalendarSequence + (step == LifecycleStep.Cancel ? 1 : 0)),
                cancellationToken) == 1;
    }
}
