using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;

namespace Training.Portal.Features.Demo;

/// <summary>The demonstration's sessions to come. One whose day has passed is scheduled anew.</summary>
public sealed class DemoConferences(TrainingDb db, ConferenceDesk desk, DemoTimes times, TimeProvider time)
{
    public async Task PlantAsync(DemoComing coming, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (await db.Conferences.AnyAsync(c => c.Title == coming.Title && c.EndsAt > now && c.State != ConferenceState.Ended, cancellationToken))
            return;
        var startsAt = times.Of(coming);
        var sight = await SightAsync(coming.Group, coming.Trainer, cancellationToken);
        var plan = new ConferencePlan(
            coming.Title, coming.Programme, startsAt, startsAt.AddMinutes(coming.LastingMinutes), coming.Capacity, [sight.Reader.MemberId]);
        var id = await desk.ScheduleAsync(sight, plan, Guid.NewGuid(), cancellationToken);
        await RegisterAsync(id, coming.Registered, cancellationToken);
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

    /// <summary>Seats without letters: these mailboxes never asked for any.</summary>
    public async Task RegisterAsync(int conferenceId, IEnumerable<string> addresses, CancellationToken cancellationToken = default)
    {
        var members = await db.Members.Where(m => addresses.Contains(m.Address)).Select(m => m.Id).ToListAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.AddRange(members.Select(id => new Registration { ConferenceId = conferenceId, MemberId = id, RegisteredAt = time.GetUtcNow() }));
        await db.SaveChangesAsync(cancellationToken);
        await db.Conferences.Where(c => c.Id == conferenceId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SeatsTaken, c => c.SeatsTaken + members.Count), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
