using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Registrations.Questions;
using Training.Portal.Settings;

namespace Training.Portal.Features.Conferences;

/// <summary>Writes one plan into one conference, with all that follows from it, in the caller's transaction.</summary>
public sealed class ConferenceWriting(
    TrainingDb db, ConferenceMilestones milestones, ConferenceLetters letters, QuestionDesk questions, TimeProvider clock, TrainingSettings settings)
{
    /// <param name="key">Drawn with the form, of this author: a borrowed key meets nobody else's conference.</param>
    public Conference New(int groupId, int authorId, ConferencePlan plan, string key)
    {
        var conference = new Conference
        {
            GroupId = groupId,
            Title = plan.Title,
            State = plan.Draft ? ConferenceState.Draft : ConferenceState.Planned,
            CreatedById = authorId,
            CreatedAt = clock.GetUtcNow(),
            CalendarUid = $"{authorId}-{key}@{settings.Mail.From.Split('@')[^1]}",
        };
        Write(conference, plan);
        return conference;
    }

    /// <summary>For a conference that was just stored: its milestones unless it is a draft, and its questions.</summary>
    public async Task FollowAsync(Conference conference, ConferencePlan plan, CancellationToken cancellationToken)
    {
        if (conference.State == ConferenceState.Planned)
            milestones.Plan(conference);
        await questions.ChangeAsync(conference.Id, plan.Questions, cancellationToken);
    }

    /// <summary>The conference as it is now, and until the commit.</summary>
    public async Task<Conference> LockAsync(int id, CancellationToken cancellationToken)
    {
        await milestones.HoldAsync(id, cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM conferences WHERE id = {id} FOR NO KEY UPDATE", cancellationToken);
        db.ChangeTracker.Clear();
        return await db.Conferences.Include(c => c.Trainers).Include(c => c.Collectivites).AsSplitQuery().SingleAsync(c => c.Id == id, cancellationToken);
    }

    /// <summary>True when a published conference moved. Letters leave when it did, or when its title is another.</summary>
    public async Task<bool> ApplyAsync(Conference conference, ConferencePlan plan, CancellationToken cancellationToken)
    {
        if (conference.State == ConferenceState.Draft)
            return await ApplyToDraftAsync(conference, plan, cancellationToken);
        var (moved, formerStart, formerTitle) = (ConferenceRule.IsMoved(conference, plan), conference.StartsAt, conference.Title);
        conference.CalendarSequence += ConferenceRule.ShowsInCalendar(conference, plan) ? 1 : 0;
        conference.Revision++;
        Write(conference, plan);
        if (moved)
            conference.State = ConferenceRule.StateAfterMove(conference.State, plan.StartsAt, clock.GetUtcNow(), milestones.Doors);
        await questions.ChangeAsync(conference.Id, plan.Questions, cancellationToken);
        if (moved)
        {
            await milestones.MoveAsync(conference, cancellationToken);
            await letters.MovedAsync(conference.Id, formerStart, cancellationToken);
        }
        else if (conference.Title != formerTitle)
        {
            await letters.RenamedAsync(conference.Id, formerTitle, cancellationToken);
        }

        return moved;
    }

    /// <summary>From now on agents know of it, and its doors open on time.</summary>
    public void Publish(Conference conference)
    {
        (conference.State, conference.Revision) = (ConferenceState.Planned, conference.Revision + 1);
        milestones.Plan(conference);
    }

    private async Task<bool> ApplyToDraftAsync(Conference conference, ConferencePlan plan, CancellationToken cancellationToken)
    {
        conference.Revision++;
        Write(conference, plan);
        if (!plan.Draft)
            Publish(conference);
        await questions.ChangeAsync(conference.Id, plan.Questions, cancellationToken);
        return false;
    }

    private static void Write(Conference conference, ConferencePlan plan)
    {
        (conference.Title, conference.Programme, conference.Capacity) = (plan.Title, plan.Programme, plan.Capacity);
        (conference.StartsAt, conference.EndsAt, conference.Undated) = (plan.StartsAt, plan.EndsAt, plan.Undated);
        (conference.Waitlist, conference.Approval, conference.RegistrationClosesAt) =
            (plan.Admission.Waitlist, plan.Admission.Approval, plan.Admission.ClosesAt);
        plan.Content.WriteTo(conference);
        plan.Audience.WriteTo(conference);
        (conference.RehearsesAt, conference.RehearsesUntil) = (plan.Rehearsal?.From, plan.Rehearsal?.Until);
        WriteTrainers(conference, plan);
    }

    /// <summary>Who is a trainer is no co-host beside it.</summary>
    private static void WriteTrainers(Conference conference, ConferencePlan plan)
    {
        conference.Trainers.RemoveAll(t => !plan.Trainers.Contains(t.MemberId) && !plan.CoHosts.Contains(t.MemberId));
        foreach (var id in plan.Trainers.Union(plan.CoHosts))
        {
            var trainer = conference.Trainers.Find(t => t.MemberId == id);
            if (trainer is null)
                conference.Trainers.Add(trainer = new ConferenceTrainer { MemberId = id });
            trainer.CoHost = !plan.Trainers.Contains(id);
        }
    }
}
