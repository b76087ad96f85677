using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Milestones;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations.Reminders;

/// <summary>Writes when the reminders of a conference are due, in the transaction of the conference they follow from.</summary>
public sealed class ReminderMilestones(TrainingDb db, TimeProvider clock, TrainingSettings settings)
{
    /// <summary>Adds the rows; saving is the caller's. A reminder whose time has passed is none.</summary>
    public void Plan(Conference conference)
    {
        var now = clock.GetUtcNow();
        foreach (var reminder in ReminderTimes.Of(settings.Reminders).Where(r => now < conference.StartsAt - r.Lead))
            db.Milestones.Add(new Milestone { ConferenceId = conference.Id, Kind = reminder.Kind, DueAt = conference.StartsAt - reminder.Lead });
    }

    /// <summary>They follow the conference to its new date. The caller holds its milestones.</summary>
    public async Task MoveAsync(Conference conference, CancellationToken cancellationToken)
    {
        var known = await db.Milestones.AsNoTracking().Where(m => m.ConferenceId == conference.Id).ToDictionaryAsync(m => m.Kind, cancellationToken);
        foreach (var reminder in ReminderTimes.Of(settings.Reminders))
            await MoveAsync(conference, reminder, known.GetValueOrDefault(reminder.Kind), cancellationToken);
    }

    private async Task MoveAsync(Conference conference, ReminderTime reminder, Milestone? known, CancellationToken cancellationToken)
    {
        var (due, now) = (conference.StartsAt - reminder.Lead, clock.GetUtcNow());
        TimeSpan? by = known is { Outcome: MilestoneOutcome.Done } ? due - known.DueAt : null;
        if (ReminderRule.IsDueAgain(reminder.Lead, conference.StartsAt, by, now))
            await ArmAsync(conference.Id, reminder.Kind, due, cancellationToken);
        else
            await db.Milestones.Where(m => m.ConferenceId == conference.Id && m.Kind == reminder.Kind && m.DoneAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, now).SetProperty(m => m.Outcome, MilestoneOutcome.Obsolete), cancellationToken);
    }

    private Task<int> ArmAsync(int conferenceId, MilestoneKind kind, DateTimeOffset due, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO milestones (conference_id, kind, due_at) VALUES ({conferenceId}, {kind.ToString()}, {due})
             ON CONFLICT (conference_id, kind) DO UPDATE
             SET due_at = excluded.due_at, done_at = NULL, outcome = NULL, failures = 0, retry_at = NULL, last_error = NULL
             """,
            cancellationToken);
}
