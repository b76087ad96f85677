using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations.Reminders;

/// <summary>Writes the letters of one reminder, in one statement, to everyone who has a seat. Run twice, it writes nothing twice.</summary>
public sealed class ReminderDesk(TrainingDb db, WorkNudger nudger, TimeProvider clock, TrainingSettings settings)
{
    /// <summary>The Message-ID follows from reminder, date and reader: each is written once, whoever asks how often.</summary>
    private const string Write = $"""
        {RegistrationLetterSql.Reminder}
        FROM registrations r JOIN conferences c ON c.id = r.conference_id JOIN groups g ON g.id = c.group_id JOIN members m ON m.id = r.member_id
        WHERE r.conference_id = @conference AND r.withdrawn_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM message_opt_outs o WHERE o.conference_id = c.id AND o.member_id = m.id)
        ORDER BY r.id
        ON CONFLICT (message_id) DO NOTHING
        """;

    public async Task<MilestoneOutcome> RemindAsync(int conferenceId, MilestoneKind kind, CancellationToken cancellationToken)
    {
        var conference = await db.Conferences.AsNoTracking().SingleAsync(c => c.Id == conferenceId, cancellationToken);
        var next = ReminderTimes.Of(settings.Reminders).FirstOrDefault(r => r.Kind == kind)?.Next;
        var outcome = next is null ? MilestoneOutcome.Obsolete : ReminderRule.Decide(conference.State, conference.StartsAt, next.Value, clock.GetUtcNow());
        if (outcome != MilestoneOutcome.Done)
            return outcome;
        object[] parameters =
        [
            new NpgsqlParameter("conference", conferenceId), new NpgsqlParameter("kind", kind.ToString()), new NpgsqlParameter("now", clock.GetUtcNow()),
            new NpgsqlParameter("host", settings.Mail.From.Split('@')[^1]),
        ];
        await db.Database.ExecuteSqlRawAsync(Write, parameters, cancellationToken);
        return MilestoneOutcome.Done;
    }

    public void Wake() => nudger.Nudge();
}
