using System.Collections.Concurrent;
using Training.Media.Rooms;
using Training.Portal.Features.Live.Rooms;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Stages;

/// <summary>The room of one conference as this process knows it: who is in it, what can be watched.</summary>
public sealed class Stage(int conferenceId, IEnumerable<StageFeed> restored, StageTools tools) : IAsyncDisposable
{
    /// <summary>Reopenings asked within this time of the last one are the same event, told by each line.</summary>
    private static readonly TimeSpan SameLoss = TimeSpan.FromSeconds(1);

    /// <summary>Browsers told the number present each second by those who enter, at most; a larger room learns it from the upkeep's beat.</summary>
    private const int ToldPerSecond = 500;

    private readonly ConcurrentDictionary<Guid, Participant> participants = new();
    private readonly ConcurrentDictionary<string, StageFeed> feeds = new(restored.ToDictionary(feed => feed.Key));
    private readonly SemaphoreSlim reopening = new(1);
    private long reopenedAt;
    private long saidAt;
    private RoomPlan? plan;

    public int ConferenceId => conferenceId;

    public bool IsOpen { get; private set; } = true;

    public ICollection<Participant> Participants => participants.Values;

    public ICollection<StageFeed> Feeds => feeds.Values;

    public StageLimits Limits { get; } = new();

    /// <summary>What was last said of the number present.</summary>
    public int SaidCount { get; set; } = -1;

    /// <summary>The number present was looked at within the last second; longer in a large room, for it is told to everyone in it.</summary>
    public bool SaidLately => saidAt != 0 && tools.Time.GetElapsedTime(saidAt) < TimeSpan.FromSeconds(1 + (participants.Count / ToldPerSecond));

    public void Saying() => saidAt = tools.Time.GetTimestamp();

    private IRoomClient Everyone => tools.Hub.Clients.Group(RoomGroups.Inside(conferenceId));

    public StageFeed? Find(string feed) => feeds.GetValueOrDefault(feed);

    public Participant? Find(Guid participation) => participants.GetValueOrDefault(participation);

    public Participant Join(Participant participant) => participants.GetOrAdd(participant.Seat.Participation, participant);

    public StageMessage ToMessage() => new([.. feeds.Values.OrderBy(feed => feed.Kind).ThenBy(feed => feed.Key).Select(feed => feed.ToMessage())]);

    /// <summary>A feed can be watched from now on, and everyone does.</summary>
    public void Show(StageFeed feed)
    {
        if (!feeds.TryAdd(feed.Key, feed))
            return;
        Say();
        foreach (var participant in participants.Values)
            participant.Ask("watch", stop => participant.Line.Watching.WatchAsync(feed.Key, stop));
    }

    public void Hide(string feed)
    {
        if (feeds.TryRemove(feed, out _))
            Say();
    }

    public void Mute(string key, bool muted)
    {
        if (!feeds.TryGetValue(key, out var feed) || feed.Muted == muted)
            return;
        feeds[key] = feed with { Muted = muted };
        Say();
    }

    private void Say() => _ = Everyone.StageChanged(ToMessage());

    public async Task<RoomPlan> PlanAsync(CancellationToken cancellationToken)
    {
        if (plan is not null)
            return plan;
        await using var scope = tools.Scopes.CreateAsyncScope();
        return plan = await scope.ServiceProvider.GetRequiredService<RoomPlans>().ForAsync(conferenceId, cancellationToken);
    }

    /// <summary>Makes the engine's room exist again after the engine was lost; every line asks, one does it.</summary>
    public async Task ReopenAsync(CancellationToken cancellationToken)
    {
        await reopening.WaitAsync(cancellationToken);
        try
        {
            if (reopenedAt != 0 && tools.Time.GetElapsedTime(reopenedAt) < SameLoss)
                return;
            await using var scope = tools.Scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RoomKeeper>().ReopenAsync(conferenceId, cancellationToken);
            reopenedAt = tools.Time.GetTimestamp();
        }
        finally
        {
            reopening.Release();
        }
    }

    public async Task LeaveAsync(Participant participant, DateTimeOffset at)
    {
        if (!participants.TryRemove(participant.Seat.Participation, out _))
            return;
        await participant.DisposeAsync();
        await tools.Rows.LeaveAsync(participant.Seat.Participation, at);
    }

    /// <summary>The session is over: everyone leaves.</summary>
    public async ValueTask DisposeAsync()
    {
        IsOpen = false;
        var now = tools.Time.GetUtcNow();
        foreach (var participant in participants.Values)
            await LeaveAsync(participant, now);
        Limits.Dispose();
    }
}
