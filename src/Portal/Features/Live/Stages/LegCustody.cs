using Training.Media.Rooms;

namespace Training.Portal.Features.Live.Stages;

/// <summary>How the legs of one participant end: out of the table, their rows and the stage, and hung up in the engine where it still has them.</summary>
public sealed class LegCustody(Stage stage, Seat seat, EngineLine line, LegTable legs, StageTools tools)
{
    /// <summary>A leg of another participant, or one that never was, is the same: not found.</summary>
    public Leg Own(string id) => legs.Find(id) ?? throw new RoomEngineException(RoomRefusal.NoSuchFeed, "Not a leg of this participant");

    public Task HangUpAsync(string id, CancellationToken cancellationToken) =>
        legs.Find(id) is { } leg ? DropAsync(leg, cancellationToken) : Task.CompletedTask;

    public async Task DropAsync(Leg leg, CancellationToken cancellationToken)
    {
        await ForgetAsync(leg.Id);
        try
        {
            if (line.IsOpen)
                await line.Open.HangUpAsync(leg.Id, cancellationToken);
        }
        catch (RoomEngineException gone)
        {
            tools.Log.LogDebug(gone, "Leg {Leg} was gone already", leg.Id);
        }
    }

    /// <summary>What it was; null when it was forgotten already.</summary>
    public async Task<Leg?> ForgetAsync(string id)
    {
        if (legs.Remove(id) is not { } leg)
            return null;
        if (leg.Published is null)
        {
            await tools.Rows.UnwatchAsync(seat.Participation, id);
            return leg;
        }

        stage.Hide(leg.Feed);
        await tools.Rows.EndFeedAsync(leg.Feed);
        return leg;
    }

    /// <summary>The line is gone, and all its legs with it.</summary>
    public async Task ForgetAllAsync()
    {
        var published = legs.All.Where(leg => leg.Published is not null).ToList();
        legs.Clear();
        await tools.Rows.ForgetLineAsync(seat.Participation);
        foreach (var leg in published)
            stage.Hide(leg.Feed);
    }
}
