using Microsoft.EntityFrameworkCore;
using Training.Media.Rooms;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Live.Rooms;

/// <summary>
/// Opens, starts and ends the room of a conference: its state (<see cref="ConferenceLifecycle"/>), the engine's room and
/// the announcement, together. The trainer's buttons and the Scheduler's milestones come here alike; every call may be repeated.
/// </summary>
public sealed class RoomKeeper(
    TrainingDb db, ConferenceLifecycle lifecycle, IRoomProvider rooms, RoomPlans plans, RoomNews news, TimeProvider time, ILogger<RoomKeeper> log)
{
    /// <summary>Opens the doors. The engine may be down: the room is opened again when the first person enters.</summary>
    public async Task<LifecycleOutcome> OpenDoorsAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var outcome = await lifecycle.OpenDoorsAsync(conferenceId, cancellationToken);
        if (outcome == LifecycleOutcome.Changed)
            await TryAsync(() => ReopenAsync(conferenceId, cancellationToken), "opened", conferenceId);
        await news.TellAsync(conferenceId, cancellationToken);
        return outcome;
    }

    /// <summary>Starts the session and its recording. Throws <see cref="RoomEngineException"/>, with nothing changed, when the engine cannot record.</summary>
    public async Task<LifecycleOutcome> GoLiveAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var plan = await plans.ForAsync(conferenceId, cancellationToken);
        if (await IsInAsync(conferenceId, cancellationToken, ConferenceState.Planned, ConferenceState.DoorsOpen))
            await rooms.OpenAsync(plan, cancellationToken);
        var outcome = await lifecycle.GoLiveAsync(conferenceId, cancellationToken);
        if (await IsInAsync(conferenceId, cancellationToken, ConferenceState.Live))
            await RecordAsync(conferenceId, plan, cancellationToken);
        await news.TellAsync(conferenceId, cancellationToken);
        return outcome;
    }

    /// <summary>Ends the session: the state first, for it is the truth; a room that the engine could not close is closed later by <see cref="CloseAsync"/>.</summary>
    public async Task<LifecycleOutcome> EndAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        var outcome = await lifecycle.EndAsync(conferenceId, cancellationToken);
        await news.TellAsync(conferenceId, cancellationToken);
        if (outcome == LifecycleOutcome.Changed)
            await TryAsync(() => CloseAsync(conferenceId, cancellationToken), "closed", conferenceId);
        return outcome;
    }

    /// <summary>Puts the automatic end off.</summary>
    public async Task<LifecycleOutcome> ExtendAsync(int conferenceId, TimeSpan by, CancellationToken cancellationToken = default)
    {
        var end = await lifecycle.ExtendAsync(conferenceId, by, cancellationToken);
        await news.TellAsync(conferenceId, cancellationToken);
        return end is null ? LifecycleOutcome.Over : LifecycleOutcome.Changed;
    }

    /// <summary>Makes the engine's room exist, recording when the session is live: at the doors, and again after the engine was lost.</summary>
    public async Task<RoomPlan> ReopenAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        if (!await IsInAsync(conferenceId, cancellationToken, ConferenceState.DoorsOpen, ConferenceState.Live) && !await RehearsesAsync(conferenceId, cancellationToken))
            throw new RoomEngineException(RoomRefusal.NoSuchRoom, "The session is not open");
        var plan = await plans.ForAsync(conferenceId, cancellationToken);
        await rooms.OpenAsync(plan, cancellationToken);
        if (await IsInAsync(conferenceId, cancellationToken, ConferenceState.Live))
            await RecordAsync(conferenceId, plan, cancellationToken);
        return plan;
    }

    /// <summary>Destroys the engine's room of an ended conference.</summary>
    public async Task CloseAsync(int conferenceId, CancellationToken cancellationToken = default)
    {
        if (!await db.LiveRooms.AnyAsync(r => r.ConferenceId == conferenceId && r.ClosedAt == null, cancellationToken))
            return;
        var plan = await plans.ForAsync(conferenceId, cancellationToken);
        await rooms.CloseAsync(plan, cancellationToken);
        await EndFeedsAsync(conferenceId, cancellationToken);
        await db.LiveRooms.Where(r => r.ConferenceId == conferenceId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.ClosedAt, time.GetUtcNow()).SetProperty(r => r.RecordingSince, (DateTimeOffset?)null), cancellationToken);
        await news.TellAsync(conferenceId, cancellationToken);
    }

    private async Task RecordAsync(int conferenceId, RoomPlan plan, CancellationToken cancellationToken)
    {
        await rooms.SetRecordingAsync(plan, true, cancellationToken);
        await db.LiveRooms.Where(r => r.ConferenceId == conferenceId && r.RecordingSince == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.RecordingSince, time.GetUtcNow()), cancellationToken);
    }

    private Task<int> EndFeedsAsync(int conferenceId, CancellationToken cancellationToken) =>
        db.Feeds.Where(f => f.ConferenceId == conferenceId && f.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.EndedAt, time.GetUtcNow()).SetProperty(f => f.Leg, (string?)null), cancellationToken);

    private Task<bool> RehearsesAsync(int conferenceId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Conferences.AnyAsync(c => c.Id == conferenceId && c.State == ConferenceState.Planned && c.RehearsesAt <= now && now < c.RehearsesUntil, cancellationToken);
    }

    private Task<bool> IsInAsync(int conferenceId, CancellationToken cancellationToken, params ConferenceState[] states) =>
        db.Conferences.AnyAsync(c => c.Id == conferenceId && states.Contains(c.State), cancellationToken);

    private async Task TryAsync(Func<Task> step, string done, int conferenceId)
    {
        try
        {
            await step();
        }
        catch (RoomEngineException failure)
        {
            log.LogWarning(failure, "Room {Conference} could not be {Done} in the engine now; it is tried again", conferenceId, done);
        }
    }
}
