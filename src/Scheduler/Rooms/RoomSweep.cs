using Microsoft.EntityFrameworkCore;
using Training.Media.Rooms;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Rooms;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Rooms;

/// <summary>Closes the engine's rooms that outlived their session: whoever ended it died, or the engine was down.</summary>
internal sealed class RoomSweep(TrainingDb db, RoomKeeper rooms, ILogger<RoomSweep> log) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var conference in await OverdueAsync(cancellationToken))
                await rooms.CloseAsync(conference, cancellationToken);
        }
        catch (RoomEngineException failure)
        {
            log.LogWarning("A room that has ended is still open in the engine: {Reason}", failure.Message);
        }
    }

    private Task<List<int>> OverdueAsync(CancellationToken cancellationToken) =>
        db.LiveRooms.Where(r => r.ClosedAt == null)
            .Join(db.Conferences, r => r.ConferenceId, c => c.Id, (r, c) => c)
            .Where(c => c.State == ConferenceState.Ended || c.State == ConferenceState.Cancelled)
            .Select(c => c.Id).ToListAsync(cancellationToken);
}
