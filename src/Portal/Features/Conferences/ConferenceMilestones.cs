using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Reminders;
using Training.Portal.Settings;

namespace Training.Portal.Features.Conferences;

/// <summary>Writes what must happen and when, in the transaction of the conference it follows from.</summary>
public sealed class ConferenceMilestones(TrainingDb db, ReminderMilestones reminders, TrainingSettings settings)
{
    public TimeSpan Doors => TimeSpan.FromMinutes(settings.Rooms.DoorsMinutes);

    private TimeSpan Grace => TimeSpan.FromMinutes(settings.Rooms.GraceMinutes);

    /// <summary>Adds the rows; saving is the caller's.</summary>
    public void Plan(Conference conference)
    {
        db.Milestones.Add(new Milestone { ConferenceId = conference.Id, Kind = MilestoneKind.DoorsOpen, DueAt = conference.StartsAt - Doors });
        db.Milestones.Add(new Milestone { ConferenceId = conference.Id, Kind = MilestoneKind.End, DueAt = conference.EndsAt + Grace });
        reminders.Plan(conference);
    }

    /// <summary>
    /// Waits for whoever works on them, and keeps them until the commit. To be called before the conference is locked: the
    /// Scheduler takes them in this order too. Those of held seats are written by who holds the conference, and so not waited for.
    /// </summary>
    public Task HoldAsync(int conferenceId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT 1 FROM milestones WHERE conference_id = {conferenceId} AND kind <> 'OfferLapse' ORDER BY id FOR UPDATE", cancellationToken);

    /// <summary>New instants, to be met again; doors that stay open were met already.</summary>
    public async Task MoveAsync(Conference conference, CancellationToken cancellationToken)
    {
        await ResetAsync(conference.Id, MilestoneKind.End, conference.EndsAt + Grace, cancellationToken);
        if (conference.State == ConferenceState.Planned)
            await ResetAsync(conference.Id, MilestoneKind.DoorsOpen, conference.StartsAt - Doors, cancellationToken);
        await reminders.MoveAsync(conference, cancellationToken);
    }

    private Task<int> ResetAsync(int conferenceId, MilestoneKind kind, DateTimeOffset due, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO milestones (conference_id, kind, due_at) VALUES ({conferenceId}, {kind.ToString()}, {due})
            ON CONFLICT (conference_id, kind) DO UPDATE SET due_at = excluded.due_at, done_at = NULL, outcome = NULL
            """,
            cancellationToken);
}
