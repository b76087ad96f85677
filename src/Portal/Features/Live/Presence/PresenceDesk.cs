using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Signalling;
using Training.Portal.Features.Live.Stages;
using Training.Portal.Settings;

namespace Training.Portal.Features.Live.Presence;

/// <summary>Who is in the room now, and the intervals during which media really reached them; both by the server's clock.</summary>
public sealed class PresenceDesk(TrainingDb db, IHubContext<RoomHub, IRoomClient> hub, TrainingSettings settings, TimeProvider time)
{
    /// <summary>Distinct people with a living connection: two tabs of one person count once. Those who rehearse are nobody's business.</summary>
    public Task<int> CountAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var since = time.GetUtcNow() - RoomTimes.Fresh;
        return db.Participations.Where(p => p.ConferenceId == conferenceId && db.Conferences.Any(c => c.Id == conferenceId && c.State != ConferenceState.Planned) && p.LeftAt == null && p.LastSeenAt > since)
            .Select(p => p.MemberId).Distinct().CountAsync(cancellationToken);
    }

    /// <summary>Somebody entered. When hundreds do at once, as after a cut, each would be told to each: then the upkeep's beat tells the sum.</summary>
    public Task SayOfEntryAsync(Stage stage, CancellationToken cancellationToken = default) =>
        stage.SaidLately ? Task.CompletedTask : SayAsync(stage, cancellationToken);

    /// <summary>Tells the number present, when it changed.</summary>
    public async Task SayAsync(Stage stage, CancellationToken cancellationToken = default)
    {
        stage.Saying();
        var count = await CountAsync(stage.ConferenceId, cancellationToken);
        if (stage.SaidCount == count)
            return;
        stage.SaidCount = count;
        await hub.Clients.Group(RoomGroups.AtDoor(stage.ConferenceId)).PresenceCount(new PresenceMessage(count));
    }

    /// <summary>Carries the participation's last interval on to now while its lease holds, else opens one. False when the session is not live or the participation over.</summary>
    public async Task<bool> BeatAsync(Guid participation, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var lease = now.AddSeconds(-settings.Attendance.LeaseSeconds);
        var counted = await db.Database.ExecuteSqlAsync(
            $"""
             WITH here AS (
                 SELECT p.id, p.conference_id, p.member_id FROM participations p JOIN conferences c ON c.id = p.conference_id
                 WHERE p.id = {participation} AND p.left_at IS NULL AND c.state = 'Live'),
             carried AS (
                 UPDATE presence_spans SET last_beat_at = {now}
                 WHERE id = (SELECT s.id FROM presence_spans s JOIN here ON s.participation_id = here.id ORDER BY s.id DESC LIMIT 1)
                   AND last_beat_at >= {lease}
                 RETURNING id),
             opened AS (
                 INSERT INTO presence_spans (conference_id, member_id, participation_id, started_at, last_beat_at)
                 SELECT conference_id, member_id, id, {now}, {now} FROM here WHERE NOT EXISTS (SELECT 1 FROM carried)
                 RETURNING id)
             UPDATE participations SET last_seen_at = {now} WHERE id IN (SELECT id FROM here)
             """,
            cancellationToken);
        return counted == 1;
    }
}
