using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;

namespace Training.TestKit.Domain;

public sealed partial class Given
{
    /// <summary>A conference of the group, tomorrow for an hour unless said otherwise. Its milestones are not written.</summary>
    public Task<Conference> ConferenceAsync(
        Group group,
        Member trainer,
        string? title = null,
        DateTimeOffset? startsAt = null,
        TimeSpan? lasting = null,
        int capacity = 30,
        ConferenceState state = ConferenceState.Planned)
    {
        var number = Next();
        var start = startsAt ?? clock.GetUtcNow().AddDays(1);
        var row = new Conference
        {
            GroupId = group.Id,
            Title = title ?? $"Conférence {number}",
            StartsAt = start,
            EndsAt = start + (lasting ?? TimeSpan.FromHours(1)),
            Capacity = capacity,
            State = state,
            CreatedById = trainer.Id,
            CreatedAt = clock.GetUtcNow(),
            CalendarUid = $"{Guid.NewGuid():N}@portail.test",
        };
        row.Trainers.Add(new ConferenceTrainer { MemberId = trainer.Id });
        return StoredAsync(row);
    }

    /// <summary>A seat held by the member; the conference's count follows.</summary>
    public async Task<Registration> RegistrationAsync(Conference conference, Member member)
    {
        await using var db = database.Open();
        var held = await db.Conferences.FindAsync(conference.Id);
        held!.SeatsTaken++;
        var row = new Registration { ConferenceId = conference.Id, MemberId = member.Id, RegisteredAt = clock.GetUtcNow() };
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    }
}
