using Microsoft.EntityFrameworkCore;
using Training.Media.Rooms;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Live.Signalling;
using Training.Portal.Features.Live.Stages;

namespace Training.Portal.Features.Live.Presence;

/// <summary>
/// Every few seconds: renews who is connected, lets go of those who stayed away or may no longer be there, tells the number present, and brings the
/// engine's rooms in line with the conferences' states.
/// </summary>
public sealed class StageUpkeep(StageRegister stages, EntryRights rights, IServiceScopeFactory scopes, TimeProvider time, ILogger<StageUpkeep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = time.GetUtcNow();
        using var timer = new PeriodicTimer(RoomTimes.Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TickAsync(started, stoppingToken);
    }

    private async Task TickAsync(DateTimeOffset started, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
            await RenewAsync(db, cancellationToken);
            await LetGoAsync();
            await rights.ReviewAsync();
            // Those of an earlier process get their time to come back to this one.
            if (time.GetUtcNow() - started > RoomTimes.Grace)
                await LetGoOrphansAsync(db, cancellationToken);
            await CountAsync(scope.ServiceProvider.GetRequiredService<PresenceDesk>(), cancellationToken);
            await AlignAsync(db, scope.ServiceProvider.GetRequiredService<RoomKeeper>(), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "The rooms' upkeep failed; it is tried again in a few seconds");
        }
    }

    private Task<int> RenewAsync(TrainingDb db, CancellationToken cancellationToken)
    {
        var here = stages.All.SelectMany(s => s.Participants).Where(p => p.IsConnected).Select(p => p.Seat.Participation).ToArray();
        return db.Participations.Where(p => here.Contains(p.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LastSeenAt, time.GetUtcNow()), cancellationToken);
    }

    private async Task LetGoAsync()
    {
        var now = time.GetUtcNow();
        foreach (var stage in stages.All)
        {
            foreach (var participant in stage.Participants)
            {
                if (participant.AbsentSince is { } since && now - since > RoomTimes.Grace)
                    await stage.LeaveAsync(participant, since);
            }
        }
    }

    private async Task LetGoOrphansAsync(TrainingDb db, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - RoomTimes.Grace;
        var feeds = await db.Feeds.Where(f => f.EndedAt == null && f.Participation.LastSeenAt < since).ToListAsync(cancellationToken);
        foreach (var feed in feeds)
        {
            (feed.EndedAt, feed.Leg) = (time.GetUtcNow(), null);
            stages.Find(feed.ConferenceId)?.Hide(feed.FeedKey);
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.Participations.Where(p => p.LeftAt == null && p.LastSeenAt < since)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftAt, p => p.LastSeenAt), cancellationToken);
    }

    private async Task CountAsync(PresenceDesk presence, CancellationToken cancellationToken)
    {
        foreach (var stage in stages.All)
            await presence.SayAsync(stage, cancellationToken);
    }

    /// <summary>Closes the rooms that the engine could not close when their session ended; starts recordings it could not start.</summary>
    private async Task AlignAsync(TrainingDb db, RoomKeeper keeper, CancellationToken cancellationToken)
    {
        var open = await db.LiveRooms.Where(r => r.ClosedAt == null)
            .Join(db.Conferences, r => r.ConferenceId, c => c.Id, (r, c) => new { c.Id, c.State, r.RecordingSince }).ToListAsync(cancellationToken);
        foreach (var room in open)
        {
            if (room.State is ConferenceState.Ended or ConferenceState.Cancelled)
                await TryAsync(() => keeper.CloseAsync(room.Id, cancellationToken), room.Id);
            else if (room is { State: ConferenceState.Live, RecordingSince: null })
                await TryAsync(() => keeper.ReopenAsync(room.Id, cancellationToken), room.Id);
        }
    }

    private async Task TryAsync(Func<Task> step, int conferenceId)
    {
        try
        {
            await step();
        }
        catch (RoomEngineException failure)
        {
            log.LogInformation("Room {Conference}: {Reason}", conferenceId, failure.Message);
        }
    }
}
