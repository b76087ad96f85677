using Training.Media.Rooms;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Stages;

/// <summary>One participant and the engine: makes the line ready again whatever happens to it, and relays what belongs to a leg. All methods run in its queue.</summary>
public sealed class ParticipantLine : IAsyncDisposable
{
    private readonly Stage stage;
    private readonly Participant owner;
    private readonly StepQueue steps;
    private readonly StageTools tools;
    private readonly EngineLine line;
    private int tries;

    public ParticipantLine(Stage stage, Participant owner, StepQueue steps, StageTools tools, string? resumeKey, IEnumerable<Leg> restored)
    {
        (this.stage, this.owner, this.steps, this.tools) = (stage, owner, steps, tools);
        Legs = new LegTable(restored);
        line = new EngineLine(stage, owner.Seat, tools, resumeKey);
        Custody = new LegCustody(stage, owner.Seat, line, Legs, tools);
        Publishing = new LinePublishing(stage, owner, line, Legs, Custody, tools);
        Watching = new LineWatching(stage, owner, line, Legs, Custody, steps, tools);
    }

    public LegTable Legs { get; }

    public LegCustody Custody { get; }

    public LinePublishing Publishing { get; }

    public LineWatching Watching { get; }

    /// <summary>Makes the line ready, keeps the legs that both sides still hold, drops the others, and watches what is on stage.</summary>
    public async Task ReadyAsync(IReadOnlyCollection<string> held, CancellationToken cancellationToken)
    {
        try
        {
            await line.EnsureAsync(() => new LineEvents(this, steps, tools, owner), Custody.ForgetAllAsync, cancellationToken);
        }
        catch (RoomEngineException failure)
        {
            await TryAgainAsync(held, failure);
            return;
        }

        tries = 0;
        foreach (var leg in Legs.All.Where(leg => !held.Contains(leg.Id)))
            await Custody.DropAsync(leg, cancellationToken);
        await owner.Client.LineReady(new LineReadyMessage([.. Legs.All.Select(leg => leg.Id)]));
        foreach (var feed in stage.Feeds)
            await Watching.WatchAsync(feed.Key, cancellationToken);
        await line.KeepResumeKeyAsync();
    }

    private async Task TryAgainAsync(IReadOnlyCollection<string> held, RoomEngineException failure)
    {
        tools.Log.LogInformation("Line of {Participation}: {Reason}", owner.Seat.Participation, failure.Message);
        if (failure.Refusal == RoomRefusal.NoSuchRoom)
            line.RoomIsMissing();
        await owner.Client.LineLost(new LineLostMessage(failure.Refusal));
        var pause = TimeSpan.FromMilliseconds(Math.Min(4000, 250 << Math.Min(tries++, 5)) * (0.5 + Random.Shared.NextDouble()));
        if (stage.IsOpen)
            _ = steps.AddLaterAsync(pause, tools.Time, "line", stop => ReadyAsync(held, stop));
    }

    /// <summary>The engine forgot the line: everything starts anew, the room first.</summary>
    public async Task LoseAsync(IRoomLine lost, string reason, CancellationToken cancellationToken)
    {
        if (!line.Lose(lost))
            return;
        tools.Log.LogInformation("Line of {Participation} lost: {Reason}", owner.Seat.Participation, reason);
        await Custody.ForgetAllAsync();
        await owner.Client.LineLost(new LineLostMessage(RoomRefusal.Unavailable));
        await ReadyAsync([], cancellationToken);
    }

    public Task AnswerAsync(AnswerCall call, CancellationToken cancellationToken) =>
        line.Open.AnswerAsync(Custody.Own(call.Leg).Id, call.Sdp, cancellationToken);

    public Task TrickleAsync(TrickleCall call, CancellationToken cancellationToken) =>
        line.Open.TrickleAsync(Custody.Own(call.Leg).Id, call.Candidate, cancellationToken);

    /// <summary>ICE restart, of what is published by the browser's offer, of what is watched by the engine's.</summary>
    public async Task RestartAsync(RestartCall call, CancellationToken cancellationToken)
    {
        var leg = Custody.Own(call.Leg);
        if (leg.Published is null)
        {
            var offer = await line.Open.RestartWatchAsync(leg.Id, cancellationToken);
            await owner.Client.Offer(new OfferMessage(leg.Id, leg.Feed, offer.Sdp, Restart: true));
        }
        else if (call.Sdp is not null)
        {
            var answer = await line.Open.RestartPublishAsync(leg.Id, call.Sdp, cancellationToken);
            await owner.Client.Answer(new AnswerMessage(call.Ref, leg.Id, leg.Feed, answer.Sdp));
        }
    }

    /// <summary>The engine ended a leg: its browser learns it, and what is still on stage is watched again.</summary>
    public async Task LoseLegAsync(string id)
    {
        if (await Custody.ForgetAsync(id) is not { } leg)
            return;
        await owner.Client.LegLost(new LegMessage(id));
        if (leg.Published is null)
            Watching.WatchLater(leg.Feed, TimeSpan.FromSeconds(1));
    }

    public async Task MediaAsync(string id, bool up)
    {
        if (Legs.Find(id) is not { } leg)
            return;
        if (leg.Published is null)
            await tools.Rows.WatchAsync(owner.Seat.Participation, leg);
        else if (up)
            Publishing.ShowIfUp(leg);
    }

    public async ValueTask DisposeAsync()
    {
        await Custody.ForgetAllAsync();
        await line.DisposeAsync();
    }
}
