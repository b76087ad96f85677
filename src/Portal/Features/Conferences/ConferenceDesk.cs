using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Registrations.Questions;
using Training.Portal.Settings;

namespace Training.Portal.Features.Conferences;

/// <summary>Schedules, changes and cancels: the conference, its milestones and the letters to registrants in one transaction.</summary>
public sealed class ConferenceDesk(
    TrainingDb db, ConferenceMilestones milestones, ConferenceLetters letters, ConferenceLifecycle lifecycle, OfferDesk offers, QuestionDesk questions,
    WorkNudger nudger, RoomNews news, TimeProvider clock, TrainingSettings settings)
{
    /// <summary>The new conference's id. The same form sent twice schedules once.</summary>
    /// <param name="key">Drawn with the form.</param>
    public async Task<int> ScheduleAsync(GroupSight sight, ConferencePlan plan, Guid key, CancellationToken cancellationToken = default)
    {
        var conference = Row(sight, plan, key);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Conferences.Add(conference);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            await transaction.RollbackAsync(cancellationToken);
            return await db.Conferences.Where(c => c.CalendarUid == conference.CalendarUid).Select(c => c.Id).SingleAsync(cancellationToken);
        }

        milestones.Plan(conference);
        await questions.ChangeAsync(conference.Id, plan.Questions, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return conference.Id;
    }

    /// <summary>The refusals of an edit; empty when it is saved.</summary>
    public async Task<ConferenceEdit> ChangeAsync(
        ConferenceSight sight, ConferencePlan plan, int seenRevision, IReadOnlySet<int> eligible, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var conference = await LockAsync(sight.Conference.Id, cancellationToken);
        if (ConferenceRule.ChangeRefusal(conference, plan, seenRevision) is { } refusal)
            return new ConferenceEdit(conference, refusal, [], Moved: false);
        var wrong = ConferenceRule.FormRefusals(plan, conference, eligible, clock.GetUtcNow()).ToList();
        if (wrong.Count > 0)
            return new ConferenceEdit(conference, null, wrong, Moved: false);
        var moved = await ApplyAsync(conference, plan, cancellationToken);
        await offers.SettleAsync((NpgsqlConnection)db.Database.GetDbConnection(), conference.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        nudger.Nudge();
        await news.TellAsync(conference.Id, cancellationToken);
        return new ConferenceEdit(conference, null, [], moved);
    }

    public async Task<ConferenceRefusal?> CancelAsync(ConferenceSight sight, string reason, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var outcome = await lifecycle.CancelAsync(sight.Conference.Id, reason, cancellationToken);
        if (outcome == LifecycleOutcome.Changed)
            await letters.CancelledAsync(sight.Conference.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        nudger.Nudge();
        await news.TellAsync(sight.Conference.Id, cancellationToken);
        return ConferenceRule.CancelRefusal(outcome);
    }

    private Conference Row(GroupSight sight, ConferencePlan plan, Guid key)
    {
        var conference = new Conference
        {
            GroupId = sight.Group.Id,
            Title = plan.Title,
            Programme = plan.Programme,
            StartsAt = plan.StartsAt,
            EndsAt = plan.EndsAt,
            Capacity = plan.Capacity,
            Waitlist = plan.Admission.Waitlist,
            Approval = plan.Admission.Approval,
            RegistrationClosesAt = plan.Admission.ClosesAt,
            CreatedById = sight.Reader.MemberId,
            CreatedAt = clock.GetUtcNow(),

            // Of this author: a borrowed key meets nobody else's conference.
            CalendarUid = $"{sight.Reader.MemberId}-{key:N}@{settings.Mail.From.Split('@')[^1]}",
        };
        conference.Trainers.AddRange(plan.Trainers.Select(id => new ConferenceTrainer { MemberId = id }));
        return conference;
    }

    /// <summary>The conference as it is now, and until the commit.</summary>
    private async Task<Conference> LockAsync(int id, CancellationToken cancellationToken)
    {
        await milestones.HoldAsync(id, cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM conferences WHERE id = {id} FOR NO KEY UPDATE", cancellationToken);
        db.ChangeTracker.Clear();
        return await db.Conferences.Include(c => c.Trainers).SingleAsync(c => c.Id == id, cancellationToken);
    }

    /// <summary>True when the conference moved, and so letters left.</summary>
    private async Task<bool> ApplyAsync(Conference conference, ConferencePlan plan, CancellationToken cancellationToken)
    {
        var (moved, formerStart) = (ConferenceRule.IsMoved(conference, plan), conference.StartsAt);
        conference.CalendarSequence += ConferenceRule.ShowsInCalendar(conference, plan) ? 1 : 0;
        conference.Revision++;
        (conference.Title, conference.Programme, conference.Capacity) = (plan.Title, plan.Programme, plan.Capacity);
        (conference.StartsAt, conference.EndsAt) = (plan.StartsAt, plan.EndsAt);
        (conference.Waitlist, conference.Approval, conference.RegistrationClosesAt) =
            (plan.Admission.Waitlist, plan.Admission.Approval, plan.Admission.ClosesAt);
        if (moved)
            conference.State = ConferenceRule.StateAfterMove(conference.State, plan.StartsAt, clock.GetUtcNow(), milestones.Doors);
        conference.Trainers.RemoveAll(t => !plan.Trainers.Contains(t.MemberId));
        foreach (var id in plan.Trainers.Except(conference.Trainers.ConvertAll(t => t.MemberId)).ToList())
            conference.Trainers.Add(new ConferenceTrainer { MemberId = id });
        await questions.ChangeAsync(conference.Id, plan.Questions, cancellationToken);
        if (!moved)
            return false;
        await milestones.MoveAsync(conference, cancellationToken);
        await letters.MovedAsync(conference.Id, formerStart, cancellationToken);
        return true;
    }
}

/// <summary>What became of an edit.</summary>
/// <param name="Current">The conference now: as saved, or as another left it.</param>
public sealed record ConferenceEdit(
    Conference Current, ConferenceRefusal? Refusal, IReadOnlyList<(string Field, ConferenceFormRefusal Refusal)> Wrong, bool Moved)
{
    public bool Saved => Refusal is null && Wrong.Count == 0;
}
