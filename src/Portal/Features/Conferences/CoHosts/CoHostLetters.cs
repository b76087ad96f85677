using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Conferences.CoHosts;

/// <summary>Tells those who were just named, once for a whole series: nobody is a co-host without knowing.</summary>
public sealed class CoHostLetters(TrainingDb db, Outbox outbox)
{
    /// <summary>In the caller's transaction, once the conference is stored.</summary>
    /// <param name="before">Who was a co-host already.</param>
    /// <param name="dates">How many conferences of the series it is about.</param>
    public async Task WriteAsync(Conference conference, int namerId, IReadOnlyList<int> before, int dates, CancellationToken cancellationToken)
    {
        var named = Of(conference).Except([.. before, namerId]).ToList();
        if (named.Count == 0)
            return;
        var group = await db.Groups.Where(g => g.Id == conference.GroupId).Select(g => g.Name).SingleAsync(cancellationToken);
        var namer = await db.Members.Where(m => m.Id == namerId).Select(m => m.Name).SingleAsync(cancellationToken);
        foreach (var member in await db.Members.Where(m => named.Contains(m.Id)).ToListAsync(cancellationToken))
            outbox.Write(
                new CoHostNamedFacts(Facts(conference, group, member.TimeZone), namer, conference.State == ConferenceState.Draft, conference.Undated, dates),
                member.Address, $"co-host:{conference.Id}:{member.Id}", member.Language, conference.Undated ? null : conference.EndsAt);
        await db.SaveChangesAsync(cancellationToken);
    }

    public static IReadOnlyList<int> Of(Conference conference) => [.. conference.Trainers.Where(t => t.CoHost).Select(t => t.MemberId)];

    private static ConferenceFacts Facts(Conference conference, string group, string zone) => new(
        conference.Id, conference.Title, conference.Programme, group, conference.StartsAt, conference.EndsAt, zone, conference.CalendarUid, conference.CalendarSequence);
}
