using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Training.Media.Rooms;
using Training.Portal.Data;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Features.Live.Rooms;

/// <summary>The engine's room of a conference: drawn once, kept in its row, never shown to a browser.</summary>
public sealed class RoomPlans(TrainingDb db, MediaLayout media, TimeProvider time)
{
    /// <summary>Camera and screen of every trainer at once, with room for those who are coming back.</summary>
    private const int MaxPublishers = 16;

    public async Task<RoomPlan> ForAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var room = await FindAsync(conferenceId, cancellationToken);
        if (room is null)
        {
            await DrawAsync(conferenceId, cancellationToken);
            room = await FindAsync(conferenceId, cancellationToken) ?? throw new InvalidOperationException($"No conference {conferenceId}.");
        }

        var title = string.Create(CultureInfo.InvariantCulture, $"conference {conferenceId}");
        return new RoomPlan(room.RoomKey, room.Secret, room.Pin, title, media.Raw(conferenceId), MaxPublishers);
    }

    private Task<LiveRoom?> FindAsync(int conferenceId, CancellationToken cancellationToken) =>
        db.LiveRooms.AsNoTracking().SingleOrDefaultAsync(r => r.ConferenceId == conferenceId, cancellationToken);

    /// <summary>Whoever draws first wins; the others read what was drawn.</summary>
    private Task<int> DrawAsync(int conferenceId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO live_rooms (conference_id, room_key, secret, pin, created_at)
             SELECT id, {Key()}, {Key()}, {Key()}, {time.GetUtcNow()} FROM conferences WHERE id = {conferenceId}
             ON CONFLICT (conference_id) DO NOTHING
             """,
            cancellationToken);

    private static string Key() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
