using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Points;
using Training.Portal.Settings;

namespace Training.Portal.Features.Attendance;

/// <summary>
/// Turns the beats of one ended conference into attendance and points. In the caller's transaction; run again, it changes
/// neither: attendance is unique by conference and member, points by member, reason and subject.
/// </summary>
public sealed class AttendanceCount(TrainingDb db, Ledger ledger, TrainingSettings settings)
{
    public async Task CountAsync(Conference conference, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (conference is not { WentLiveAt: { } from, EndedAt: { } to })
            return;
        var records = await SecondsAsync(conference.Id, new Interval(from, to), cancellationToken);
        await RecordAsync(conference.Id, records, now, cancellationToken);
        var given = await GivenAsync(conference, records, cancellationToken);
        await ledger.EarnAsync(records.Select(r => Earned(conference, r.MemberId, r.Seconds)).Concat(given), now, cancellationToken);
    }

    /// <summary>Its trainers gave it: those who were there, if anybody else was.</summary>
    private async Task<IEnumerable<Earning>> GivenAsync(Conference conference, List<(int MemberId, int Seconds)> records, CancellationToken cancellationToken)
    {
        var trainers = await db.ConferenceTrainers.Where(t => t.ConferenceId == conference.Id).Select(t => t.MemberId).ToListAsync(cancellationToken);
        var present = records.Where(r => PointsRule.ForPresence(r.Seconds, settings.Points) > 0).Select(r => r.MemberId).ToList();
        return present.All(trainers.Contains) ? [] : present.Where(trainers.Contains).Select(id => Given(conference, id));
    }

    private async Task<List<(int MemberId, int Seconds)>> SecondsAsync(int conferenceId, Interval session, CancellationToken cancellationToken)
    {
        var spans = await db.PresenceSpans.AsNoTracking().Where(s => s.ConferenceId == conferenceId)
            .Select(s => new { s.MemberId, s.StartedAt, s.LastBeatAt }).ToListAsync(cancellationToken);
        var cut = TimeSpan.FromSeconds(settings.Attendance.MergedCutSeconds);
        return [.. spans.GroupBy(s => s.MemberId, s => new Interval(s.StartedAt, s.LastBeatAt))
            .Select(own => (own.Key, PresenceIntervals.Seconds(own, session, cut))).Where(r => r.Item2 > 0)];
    }

    private Task<int> RecordAsync(int conferenceId, List<(int MemberId, int Seconds)> records, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int[] members = [.. records.Select(r => r.MemberId)];
        int[] seconds = [.. records.Select(r => r.Seconds)];
        return db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO attendance (conference_id, member_id, seconds, counted_at)
             SELECT {conferenceId}, member_id, seconds, {now} FROM unnest({members}, {seconds}) AS counted (member_id, seconds)
             ON CONFLICT (conference_id, member_id) DO NOTHING
             """,
            cancellationToken);
    }

    private Earning Earned(Conference conference, int memberId, int seconds) =>
        new(memberId, PointsRule.ForPresence(seconds, settings.Points), PointsReason.AttendedLive, Earning.Conference(conference.Id),
            Facts(conference, seconds))
        {
            GroupId = conference.GroupId,
        };

    private Earning Given(Conference conference, int memberId) =>
        new(memberId, settings.Points.ConferenceGiven, PointsReason.ConferenceGiven, Earning.Conference(conference.Id), Facts(conference, 0))
        {
            GroupId = conference.GroupId,
        };

    private static string Facts(Conference conference, int seconds) =>
        JsonSerializer.Serialize(new AttendanceFacts(conference.Title, seconds), JsonSerializerOptions.Web);
}

/// <summary>What the ledger's line tells about a session attended.</summary>
public sealed record AttendanceFacts(string Title, int Seconds);
