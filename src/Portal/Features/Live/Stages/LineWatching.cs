using Training.Media.Rooms;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Stages;

/// <summary>What one participant receives: every feed on stage but its own. All methods run in its queue.</summary>
public sealed class LineWatching(
    Stage stage, Participant owner, EngineLine line, LegTable legs, LegCustody custody, StepQueue steps, StageTools tools)
{
    /// <summary>Watches a feed of the stage; one that is not there yet for the engine is tried again as long as it is on stage.</summary>
    public async Task WatchAsync(string feed, CancellationToken cancellationToken)
    {
        if (!line.IsOpen || legs.Watches(feed) || stage.Find(feed) is not { } shown || shown.Participation == owner.Seat.Participation)
            return;
        try
        {
            var offer = await line.InRoomAsync(open => open.WatchAsync(feed, cancellationToken), cancellationToken);
            var leg = legs.Add(new Leg(offer.Leg, feed, null, MediaUp: false));
            await owner.Client.Offer(new OfferMessage(offer.Leg, feed, offer.Sdp, Restart: false));
            await tools.Rows.WatchAsync(owner.Seat.Participation, leg);
        }
        catch (RoomEngineException failure)
        {
            tools.Log.LogInformation("{Participation} does not get feed {Feed} yet: {Reason}", owner.Seat.Participation, feed, failure.Message);
            WatchLater(feed, TimeSpan.FromMilliseconds(400 + Random.Shared.Next(600)));
        }
    }

    public void WatchLater(string feed, TimeSpan delay) =>
        _ = steps.AddLaterAsync(delay, tools.Time, "watch", stop => WatchAsync(feed, stop));

    /// <summary>The browser's own wish to start watching a feed again.</summary>
    public async Task WatchAnewAsync(string feed, CancellationToken cancellationToken)
    {
        foreach (var leg in legs.All.Where(leg => leg.Published is null && leg.Feed == feed))
            await custody.DropAsync(leg, cancellationToken);
        await WatchAsync(feed, cancellationToken);
    }
}
