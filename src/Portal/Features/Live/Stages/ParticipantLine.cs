using Training.Media.Rooms;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Stages;

/// <summary>One participant's line to the engine: opened, claimed after a restart of ours, opened anew after one of the engine's. All methods run in its queue.</summary>
public sealed class ParticipantLine(
    Stage stage, Participant owner, StepQueue steps, StageTools tools, string? resumeKey, IEnumerable<Leg> restored) : IAsyncDisposable
{
    private readonly LegTable legs = new(restored);
    private string? resume = resumeKey;
    private IRoomLine? line;
    private bool reopen;
    private int tries;

    public LegTable Legs => legs;

    /// <summary>Makes the line ready, keeps the legs that both sides still hold, drops the others, and watches what is on stage.</summary>
    public async Task ReadyAsync(IReadOnlyCollection<string> held, CancellationToken cancellationToken)
    {
        try
        {
            await EnsureAsync(cancellationToken);
        }
        catch (RoomEngineException failure)
        {
            await TryAgainAsync(held, failure);
            return;
        }

        tries = 0;
        foreach (var leg in legs.All.Where(leg => !held.Contains(leg.Id)))
            await DropAsync(leg, cancellationToken);
        await owner.Client.LineReady(new LineReadyMessage([.. legs.All.Select(leg => leg.Id)]));
        foreach (var feed in stage.Feeds)
            await WatchAsync(feed.Key, cancellationToken);
        await KeepResumeKeyAsync();
    }

    /// <summary>After the offers, for nothing shall delay the first picture.</summary>
    private async Task KeepResumeKeyAsync()
    {
        if (line is null || resume == line.ResumeKey)
            return;
        await tools.Rows.KeepResumeKeyAsync(owner.Seat.Participation, line.ResumeKey);
        resume = line.ResumeKey;
    }

    private async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (line is not null)
            return;
        if (reopen)
            await stage.ReopenAsync(cancellationToken);
        reopen = false;
        if (resume is not null && (line = await ConnectAsync(resume, cancellationToken)) is null)
            await ForgetAsync();
        line ??= await ConnectAsync(null, cancellationToken);
    }

    private async Task<IRoomLine?> ConnectAsync(string? key, CancellationToken cancellationToken)
    {
        var plan = await stage.PlanAsync(cancellationToken);
        var events = new LineEvents(this, steps, tools, owner);
        return events.Of = await tools.Rooms.ConnectAsync(plan, events, key, cancellationToken);
    }

    private async Task TryAgainAsync(IReadOnlyCollection<string> held, RoomEngineException failure)
    {
        tools.Log.LogInformation("Line of {Participation}: {Reason}", owner.Seat.Participation, failure.Message);
        reopen |= failure.Refusal == RoomRefusal.NoSuchRoom;
        await owner.Client.LineLost(new LineLostMessage(failure.Refusal));
        var pause = TimeSpan.FromMilliseconds(Math.Min(4000, 250 << Math.Min(tries++, 5)) * (0.5 + Random.Shared.NextDouble()));
        if (stage.IsOpen)
            _ = steps.AddLaterAsync(pause, tools.Time, "line", stop => ReadyAsync(held, stop));
    }

    /// <summary>The engine forgot the line: everything starts anew, the room first.</summary>
    public async Task LoseAsync(IRoomLine lost, string reason, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(line, lost))
            return;
        tools.Log.LogInformation("Line of {Participation} lost: {Reason}", owner.Seat.Participation, reason);
        (line, resume, reopen) = (null, null, true);
        await ForgetAsync();
        await owner.Client.LineLost(new LineLostMessage(RoomRefusal.Unavailable));
        await ReadyAsync([], cancellationToken);
    }

    private async Task ForgetAsync()
    {
        var published = legs.All.Where(leg => leg.Published is not null).ToList();
        legs.Clear();
        resume = null;
        await tools.Rows.ForgetLineAsync(owner.Seat.Participation);
        foreach (var leg in published)
            stage.Hide(leg.Feed);
    }

    public async Task PublishAsync(PublishCall call, CancellationToken cancellationToken)
    {
        if (legs.Publishing(call.Kind) is { } old)
            await DropAsync(old, cancellationToken);
        var key = Guid.NewGuid().ToString("N");
        await tools.Rows.StartFeedAsync(owner.Seat, call.Kind, key);
        try
        {
            var answer = await InRoomAsync(() => Ready().PublishAsync(key, call.Sdp, cancellationToken), cancellationToken);
            await owner.Client.Answer(new AnswerMessage(call.Ref, answer.Leg, key, answer.Sdp));
            await tools.Rows.KeepLegAsync(key, answer.Leg);
            ShowIfUp(legs.Add(new Leg(answer.Leg, key, call.Kind, MediaUp: false)));
        }
        catch (RoomEngineException)
        {
            await tools.Rows.ForgetFeedAsync(key);
            throw;
        }
    }

    /// <summary>Watches a feed of the stage; one that is not there yet for the engine is tried again as long as it is on stage.</summary>
    public async Task WatchAsync(string feed, CancellationToken cancellationToken)
    {
        if (line is null || legs.Watches(feed) || stage.Find(feed) is not { } shown || shown.Participation == owner.Seat.Participation)
            return;
        try
        {
            var offer = await InRoomAsync(() => Ready().WatchAsync(feed, cancellationToken), cancellationToken);
            var leg = legs.Add(new Leg(offer.Leg, feed, null, MediaUp: false));
            await owner.Client.Offer(new OfferMessage(offer.Leg, feed, offer.Sdp, Restart: false));
            await tools.Rows.WatchAsync(owner.Seat.Participation, leg);
        }
        catch (RoomEngineException failure)
        {
            WatchLater(feed, failure);
        }
    }

    private void WatchLater(string feed, RoomEngineException failure)
    {
        tools.Log.LogInformation("{Participation} does not get feed {Feed} yet: {Reason}", owner.Seat.Participation, feed, failure.Message);
        _ = steps.AddLaterAsync(TimeSpan.FromMilliseconds(400 + Random.Shared.Next(600)), tools.Time, "watch", stop => WatchAsync(feed, stop));
    }

    /// <summary>The browser's own wish to start watching a feed again.</summary>
    public async Task WatchAnewAsync(string feed, CancellationToken cancellationToken)
    {
        foreach (var leg in legs.All.Where(leg => leg.Published is null && leg.Feed == feed))
            await DropAsync(leg, cancellationToken);
        await WatchAsync(feed, cancellationToken);
    }

    public Task AnswerAsync(AnswerCall call, CancellationToken cancellationToken) =>
        Ready().AnswerAsync(Own(call.Leg).Id, call.Sdp, cancellationToken);

    public Task TrickleAsync(TrickleCall call, CancellationToken cancellationToken) =>
        Ready().TrickleAsync(Own(call.Leg).Id, call.Candidate, cancellationToken);

    /// <summary>ICE restart, of what is published by the browser's offer, of what is watched by the engine's.</summary>
    public async Task RestartAsync(RestartCall call, CancellationToken cancellationToken)
    {
        var leg = Own(call.Leg);
        if (leg.Published is null)
        {
            var offer = await Ready().RestartWatchAsync(leg.Id, cancellationToken);
            await owner.Client.Offer(new OfferMessage(leg.Id, leg.Feed, offer.Sdp, Restart: true));
        }
        else if (call.Sdp is not null)
        {
            var answer = await Ready().RestartPublishAsync(leg.Id, call.Sdp, cancellationToken);
            await owner.Client.Answer(new AnswerMessage(call.Ref, leg.Id, leg.Feed, answer.Sdp));
        }
    }

    public void Mute(MuteCall call)
    {
        if (legs.Find(call.Leg) is { Published: not null } leg)
            stage.Mute(leg.Feed, call.Muted);
    }

    public Task HangUpAsync(string id, CancellationToken cancellationToken) =>
        legs.Find(id) is { } leg ? DropAsync(leg, cancellationToken) : Task.CompletedTask;

    private async Task DropAsync(Leg leg, CancellationToken cancellationToken)
    {
        await ForgetLegAsync(leg.Id);
        try
        {
            if (line is not null)
                await line.HangUpAsync(leg.Id, cancellationToken);
        }
        catch (RoomEngineException gone)
        {
            tools.Log.LogDebug(gone, "Leg {Leg} was gone already", leg.Id);
        }
    }

    /// <summary>The engine ended a leg: its browser learns it, and what is still on stage is watched again.</summary>
    public async Task LoseLegAsync(string id)
    {
        if (await ForgetLegAsync(id) is not { } leg)
            return;
        await owner.Client.LegLost(new LegMessage(id));
        if (leg.Published is null)
            _ = steps.AddLaterAsync(TimeSpan.FromSeconds(1), tools.Time, "watch", stop => WatchAsync(leg.Feed, stop));
    }

    private async Task<Leg?> ForgetLegAsync(string id)
    {
        if (legs.Remove(id) is not { } leg)
            return null;
        if (leg.Published is null)
        {
            await tools.Rows.UnwatchAsync(owner.Seat.Participation, id);
            return leg;
        }

        stage.Hide(leg.Feed);
        await tools.Rows.EndFeedAsync(leg.Feed);
        return leg;
    }

    public async Task MediaAsync(string id, bool up)
    {
        if (legs.Find(id) is not { } leg)
            return;
        if (leg.Published is null)
            await tools.Rows.WatchAsync(owner.Seat.Participation, leg);
        else if (up)
            ShowIfUp(leg);
    }

    private void ShowIfUp(Leg leg)
    {
        if (leg is { MediaUp: true, Published: { } kind } && stage.Find(leg.Feed) is null)
            stage.Show(new StageFeed(leg.Feed, kind, owner.Seat.Participation, owner.Seat.Reader.MemberId, owner.Seat.Name, Muted: false));
    }

    /// <summary>A room that the engine does not know (it was not there at the doors) is opened, once.</summary>
    private async Task<LegSdp> InRoomAsync(Func<Task<LegSdp>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step();
        }
        catch (RoomEngineException missing) when (missing.Refusal == RoomRefusal.NoSuchRoom)
        {
            await stage.ReopenAsync(cancellationToken);
            return await step();
        }
    }

    private IRoomLine Ready() => line ?? throw new RoomEngineException(RoomRefusal.Unavailable, "The line is not open");

    /// <summary>A leg of another participant, or one that never was, is the same: not found.</summary>
    private Leg Own(string id) => legs.Find(id) ?? throw new RoomEngineException(RoomRefusal.NoSuchFeed, "Not a leg of this participant");

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        if (line is not null)
            await line.DisposeAsync();
    }
}
