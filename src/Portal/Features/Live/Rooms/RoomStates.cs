using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Signalling;
using Training.Portal.Features.Milestones;
using Training.Portal.Settings;

namespace Training.Portal.Features.Live.Rooms;

/// <summary>The state of a room as pages and browsers are told it.</summary>
public sealed class RoomStates(TrainingDb db, TrainingSettings settings, TimeProvider time)
{
    public async Task<StateMessage> OfAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var found = await db.Conferences.Where(c => c.Id == conferenceId).Select(c => new
        {
            c.State,
            c.StartsAt,
            c.EndsAt,
            c.WentLiveAt,
            Recording = db.LiveRooms.Any(r => r.ConferenceId == c.Id && r.RecordingSince != null),
            Closes = db.Milestones.Where(m => m.ConferenceId == c.Id && m.Kind == MilestoneKind.End).Select(m => (DateTimeOffset?)m.DueAt).FirstOrDefault(),
        }).SingleAsync(cancellationToken);
        return new StateMessage(
            found.State, found.Recording && found.State == ConferenceState.Live, found.StartsAt.AddMinutes(-settings.Rooms.DoorsMinutes),
            found.StartsAt, found.EndsAt, found.Closes ?? found.EndsAt.AddMinutes(settings.Rooms.GraceMinutes), found.WentLiveAt, time.GetUtcNow());
    }
}
