using Microsoft.EntityFrameworkCore;
using Training.Media.Recording;
using Training.Portal.Data;
using Training.Portal.Features.Attendance;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Features.Demo;

/// <summary>
/// The session that took place: its people, their presence and discussion, and its raw tracks. Attendance, points and
/// replay are then made by the product itself, as after any session.
/// </summary>
public sealed class DemoRecording(TrainingDb db, DemoConferences conferences, DemoSeats seats, DemoTimes times, EndingWork ending, MediaLayout media)
{
    public async Task PlantAsync(DemoPast past, string rawDirectory, CancellationToken cancellationToken = default)
    {
        if (await db.Conferences.AnyAsync(c => c.Title == past.Title, cancellationToken))
            return;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            var conference = await HeldAsync(past, cancellationToken);
            var ids = await db.Members.ToDictionaryAsync(m => m.Address, m => m.Id, cancellationToken);
            var live = conference.WentLiveAt!.Value;
            AddPresence(past, conference, live, ids);
            db.AddRange(past.Chat.Select(line => new ChatMessage
            {
                ConferenceId = conference.Id,
                MemberId = ids[line.Address],
                ClientKey = Guid.NewGuid(),
                Text = line.Text,
                SentAt = live.AddSeconds(line.Second),
            }));
            db.Add(new Recording { ConferenceId = conference.Id, State = RecordingState.Running, StartedAt = live });
            await db.SaveChangesAsync(cancellationToken);
            RawTracks.CopyAt(rawDirectory, media.Raw(conference.Id), live);
            await ending.WriteAsync(conference.Id, conference.EndedAt!.Value, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        var held = await db.Conferences.Where(c => c.Title == past.Title).Select(c => c.Id).SingleAsync(cancellationToken);
        await seats.RegisterAsync(held, past.Present.Select(p => p.Address).Where(a => a != past.Trainer), cancellationToken);
    }

    private async Task<Conference> HeldAsync(DemoPast past, CancellationToken cancellationToken)
    {
        var sight = await conferences.SightAsync(past.Group, past.Trainer, cancellationToken);
        var startsAt = times.Of(past);
        var live = startsAt.AddMinutes(past.LateMinutes);
        var conference = db.Add(new Conference
        {
            GroupId = sight.Group.Id,
            Title = past.Title,
            Programme = past.Programme,
            StartsAt = startsAt,
            EndsAt = startsAt.AddMinutes(past.LastingMinutes),
            Capacity = past.Capacity,
            State = ConferenceState.Ended,
            WentLiveAt = live,
            EndedAt = live.AddMinutes(past.LiveMinutes),
            CreatedById = sight.Reader.MemberId,
            CreatedAt = startsAt.AddDays(-14),
            CalendarUid = $"demo-{Guid.NewGuid():N}",
        }).Entity;
        conference.Trainers.Add(new ConferenceTrainer { MemberId = sight.Reader.MemberId });
        await db.SaveChangesAsync(cancellationToken);
        return conference;
    }

    private void AddPresence(DemoPast past, Conference conference, DateTimeOffset live, Dictionary<string, int> ids)
    {
        foreach (var person in past.Present)
        {
            var entry = Entry(person, conference, live, ids[person.Address], onStage: person.Address == past.Trainer);
            db.AddRange(person.Spans.Select(span => new PresenceSpan
            {
                ConferenceId = conference.Id,
                MemberId = entry.MemberId,
                ParticipationId = entry.Id,
                StartedAt = live.AddMinutes(span[0]),
                LastBeatAt = live.AddMinutes(span[1]),
            }));
            if (entry.OnStage)
                db.AddRange(past.Feeds.Select(feed => FeedOf(entry, feed.Key, feed.Value, conference.EndedAt!.Value)));
        }
    }

    private Participation Entry(DemoPresence person, Conference conference, DateTimeOffset live, int memberId, bool onStage) => db.Add(new Participation
    {
        Id = Guid.NewGuid(),
        ConferenceId = conference.Id,
        MemberId = memberId,
        OnStage = onStage,
        EnteredAt = live.AddMinutes(person.Spans[0][0]),
        LastSeenAt = live.AddMinutes(person.Spans[^1][1]),
    }).Entity;

    private static Feed FeedOf(Participation entry, string key, Media.Rooms.FeedKind kind, DateTimeOffset endedAt) => new()
    {
        Id = Guid.NewGuid(),
        ConferenceId = entry.ConferenceId,
        ParticipationId = entry.Id,
        MemberId = entry.MemberId,
        Kind = kind,
        FeedKey = key,
        StartedAt = entry.EnteredAt,
        EndedAt = endedAt,
    };
}
