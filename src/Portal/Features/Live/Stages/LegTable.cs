using System.Collections.Concurrent;
using Training.Media.Rooms;

namespace Training.Portal.Features.Live.Stages;

/// <summary>One peer connection of a participant. <see cref="Published"/> is what it sends; null when it watches.</summary>
public sealed record Leg(string Id, string Feed, FeedKind? Published, bool MediaUp);

/// <summary>The peer connections of one participant, read by several threads at once.</summary>
public sealed class LegTable(IEnumerable<Leg> restored)
{
    private readonly ConcurrentDictionary<string, Leg> legs = new(restored.ToDictionary(leg => leg.Id));

    /// <summary>Media that the engine reported before the leg was known here.</summary>
    private readonly ConcurrentDictionary<string, bool> early = new();

    public ICollection<Leg> All => legs.Values;

    /// <summary>The engine sees media on at least one leg: the condition of presence.</summary>
    public bool MediaUp => legs.Values.Any(leg => leg.MediaUp);

    public Leg? Find(string id) => legs.GetValueOrDefault(id);

    public bool Watches(string feed) => legs.Values.Any(leg => leg.Published is null && leg.Feed == feed);

    public bool Publishes => legs.Values.Any(leg => leg.Published is not null);

    public Leg? Publishing(FeedKind kind) => legs.Values.FirstOrDefault(leg => leg.Published == kind);

    public Leg Add(Leg leg) => legs[leg.Id] = early.TryRemove(leg.Id, out var up) ? leg with { MediaUp = up } : leg;

    public Leg? SetMedia(string id, bool up)
    {
        if (Find(id) is { } leg)
            return legs[id] = leg with { MediaUp = up };
        early[id] = up;
        return null;
    }

    public Leg? Remove(string id) => legs.TryRemove(id, out var leg) ? leg : null;

    public void Clear()
    {
        legs.Clear();
        early.Clear();
    }
}
