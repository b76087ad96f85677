using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Features.Shared;

/// <summary>Cards of conferences that the caller has already restricted to what the reader may know.</summary>
public sealed class ConferenceCards(TrainingDb db)
{
    /// <summary>In the order of the query.</summary>
    public async Task<IReadOnlyList<ConferenceCard>> ForMemberAsync(
        IQueryable<Conference> conferences, Reader reader, TimeZoneInfo zone, CancellationToken cancellationToken = default)
    {
        var rows = await conferences.Select(c => new
        {
            Conference = c,
            Group = c.Group.Name,
            c.Group.Slug,
            Trainers = c.Trainers.Select(t => t.Member.Name).ToList(),
            Registered = db.Registrations.Any(r => r.ConferenceId == c.Id && r.MemberId == reader.MemberId && r.WithdrawnAt == null),
            Recording = db.Recordings.Where(r => r.ConferenceId == c.Id).Select(r => (RecordingState?)r.State).SingleOrDefault(),
        }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => Plain(row.Conference, zone, CardRule.StateOf(row.Conference, row.Registered, row.Recording)) with
        {
            GroupName = row.Group,
            GroupSlug = row.Slug,
            Trainers = row.Trainers,
            SeatsLeft = row.Conference.Capacity - row.Conference.SeatsTaken,
        })];
    }

    /// <summary>What is public of an open group's conference: title and date.</summary>
    public async Task<IReadOnlyList<ConferenceCard>> ForVisitorAsync(
        IQueryable<Conference> conferences, TimeZoneInfo zone, CancellationToken cancellationToken = default)
    {
        var rows = await conferences.AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(c => Plain(c, zone, CardState.Look))];
    }

    private static ConferenceCard Plain(Conference conference, TimeZoneInfo zone, CardState state) => new()
    {
        Id = conference.Id,
        Title = conference.Title,
        StartsAt = conference.StartsAt,
        EndsAt = conference.EndsAt,
        Zone = zone,
        State = state,
    };
}
