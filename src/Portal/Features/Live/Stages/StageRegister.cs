using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Rooms;

namespace Training.Portal.Features.Live.Stages;

/// <summary>The rooms that this process serves. A room is made at its first use, with the feeds that an earlier process left running.</summary>
public sealed class StageRegister(StageTools tools)
{
    private readonly ConcurrentDictionary<int, Lazy<Task<Stage>>> stages = new();

    public DateTimeOffset Now => tools.Time.GetUtcNow();

    public IEnumerable<Stage> All => stages.Values.Where(s => s.IsValueCreated && s.Value.IsCompletedSuccessfully).Select(s => s.Value.Result);

    public Stage? Find(int conferenceId) =>
        stages.TryGetValue(conferenceId, out var stage) && stage.IsValueCreated && stage.Value.IsCompletedSuccessfully ? stage.Value.Result : null;

    public async Task<Stage> OfAsync(int conferenceId)
    {
        var stage = stages.GetOrAdd(conferenceId, id => new Lazy<Task<Stage>>(() => LoadAsync(id)));
        try
        {
            return await stage.Value;
        }
        catch
        {
            stages.TryRemove(KeyValuePair.Create(conferenceId, stage));
            throw;
        }
    }

    /// <summary>Takes a participant in, with the legs that an earlier process left it.</summary>
    public async Task<Participant> JoinAsync(Stage stage, Seat seat, string? resumeKey)
    {
        var legs = resumeKey is null ? [] : await tools.Rows.LegsAsync(seat.Participation);
        var made = new Participant(stage, seat, resumeKey, legs, tools);
        var joined = stage.Join(made);
        if (!ReferenceEquals(made, joined))
            await made.StopAsync();
        return joined;
    }

    /// <summary>Does not make the caller wait for the engine.</summary>
    public void LeaveSoon(Stage stage, Participant participant) => _ = Task.Run(() => stage.LeaveAsync(participant, Now));

    /// <summary>The trainer's buttons: worked off in the trainer's queue.</summary>
    public async Task DirectAsync(
        Participant participant, string what, Func<RoomKeeper, int, CancellationToken, Task<LifecycleOutcome>> work, CancellationToken cancellationToken)
    {
        await using var scope = tools.Scopes.CreateAsyncScope();
        var outcome = await work(scope.ServiceProvider.GetRequiredService<RoomKeeper>(), participant.Seat.ConferenceId, cancellationToken);
        if (outcome is not (LifecycleOutcome.Changed or LifecycleOutcome.AlreadyDone))
            participant.Refuse(what, outcome.ToString());
    }

    public async Task CloseAsync(int conferenceId)
    {
        if (Find(conferenceId) is { } stage && stages.TryRemove(conferenceId, out _))
            await stage.DisposeAsync();
    }

    private async Task<Stage> LoadAsync(int conferenceId)
    {
        await using var scope = tools.Scopes.CreateAsyncScope();
        var running = await scope.ServiceProvider.GetRequiredService<TrainingDb>().Feeds
            .Where(f => f.ConferenceId == conferenceId && f.EndedAt == null && f.Leg != null)
            .Select(f => new StageFeed(f.FeedKey, f.Kind, f.ParticipationId, f.MemberId, f.Participation.Member.Name, false))
            .ToListAsync();
        return new Stage(conferenceId, running, tools);
    }
}
