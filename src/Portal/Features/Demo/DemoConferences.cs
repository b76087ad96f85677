using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Rehearsals;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Demo;

/// <summary>The demonstration's sessions to come. One whose day has passed is scheduled anew.</summary>
public sealed class DemoConferences(TrainingDb db, ConferenceDesk desk, SeriesDesk series, DemoSeats seats, DemoTimes times, TimeProvider time)
{
    public async Task PlantAsync(DemoComing coming, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (await db.Conferences.AnyAsync(c => c.Title == coming.Title && c.EndsAt > now && c.State != ConferenceState.Ended, cancellationToken))
            return;
        var sight = await SightAsync(coming.Group, coming.Trainer, cancellationToken);
        var plan = Plan(coming, sight.Reader.MemberId);
        var id = coming.Dates > 1
            ? await series.ScheduleAsync(sight, plan, Series(coming.Dates, plan.StartsAt), Guid.NewGuid(), cancellationToken)
            : await desk.ScheduleAsync(sight, plan, Guid.NewGuid(), cancellationToken);
        await NameAsync(id, coming.CoHosts, cancellationToken);
        await seats.RegisterAsync(id, coming.Registered, cancellationToken);
        await seats.AskAsync(id, coming.Asking, cancellationToken);
        await seats.AnswerAsync(id, coming.Answers, cancellationToken);
    }

    /// <summary>A trainer's view of a group.</summary>
    public async Task<GroupSight> SightAsync(string slug, string trainer, CancellationToken cancellationToken = default)
    {
        var group = await db.Groups.SingleAsync(g => g.Slug == slug, cancellationToken);
        var member = await db.Members.SingleAsync(m => m.Address == trainer, cancellationToken);
        var role = await db.GroupMemberships.Where(m => m.GroupId == group.Id && m.MemberId == member.Id).Select(m => (GroupRole?)m.Role)
            .SingleOrDefaultAsync(cancellationToken);
        return new GroupSight(group, new Reader(member.Id, member.CollectiviteId, member.Administrator), role);
    }

    private ConferencePlan Plan(DemoComing coming, int trainer)
    {
        var start = coming.Draft ? ConferencePlan.Someday : times.Of(coming);
        return new ConferencePlan(coming.Title, coming.Programme, start, start.AddMinutes(coming.LastingMinutes), coming.Capacity, [trainer])
        {
            Draft = coming.Draft,
            Undated = coming.Draft,
            Rehearsal = coming.Rehearsed ? new RehearsalPlan(start.AddHours(-1), start.AddMinutes(-30)) : null,
            Admission = new ConferenceAdmission(Waitlist: true, coming.Approval, ClosesAt: null),
            Questions = [.. coming.Questions.Select(q => q.Plan)],
        };
    }

    private static SeriesPlan Series(int dates, DateTimeOffset first)
    {
        var local = first.In(ReaderZone.OfVisitors).DateTime;
        var form = new SeriesForm { Rhythm = SeriesRhythm.Weekly, Interval = "2", Count = dates.ToString(CultureInfo.InvariantCulture) };
        return SeriesReading.Of(form, local, ReaderZone.OfVisitors, DateOnly.FromDateTime(local).AddYears(1)).Plan!;
    }

    /// <summary>Without the letter that names them.</summary>
    private async Task NameAsync(int conferenceId, IReadOnlyList<string> coHosts, CancellationToken cancellationToken)
    {
        foreach (var member in await db.Members.Where(m => coHosts.Contains(m.Address)).ToListAsync(cancellationToken))
            db.Add(new ConferenceTrainer { ConferenceId = conferenceId, MemberId = member.Id, CoHost = true });
        await db.SaveChangesAsync(cancellationToken);
    }
}
