using Training.Media.Recording;
using Training.Media.Rooms;

namespace Training.Media.Packaging;

/// <summary>All usable parts on one clock, grouped into tracks: one per owner, kind of feed, and medium.</summary>
internal sealed record SessionTimeline(DateTimeOffset Origin, TimeSpan Duration, IReadOnlyList<SessionTrack> Tracks)
{
    public static SessionTimeline Of(IReadOnlyList<RawPart> recorded, IReadOnlyDictionary<string, RecordedFeed> feeds)
    {
        var parts = CaptureClocks.Give(recorded, part => Feed(part, feeds).Owner);
        var origin = parts.Min(p => p.First);
        var tracks = parts
            .GroupBy(part => (Feed: Feed(part, feeds), part.IsVideo), part => part)
            .Select(group => new SessionTrack(group.Key.Feed, group.Key.IsVideo, [.. group.OrderBy(p => p.First)]))
            .OrderBy(track => track.Feed.Kind).ThenBy(track => track.Parts[0].First)
            .ToList();
        return new SessionTimeline(origin, parts.Max(p => p.Last) - origin + TimeSpan.FromMilliseconds(20), tracks);
    }

    /// <summary>Session time of a packet, in the part's own clock rate. Never before zero.</summary>
    public long Ticks(RawPart part, long timestamp) =>
        Math.Max(0, (long)Math.Round((part.Clock.At(timestamp) - Origin).TotalSeconds * part.Rate));

    private static RecordedFeed Feed(RawPart part, IReadOnlyDictionary<string, RecordedFeed> feeds)
    {
        var feed = feeds.TryGetValue(part.Name.FeedKey, out var known) ? known : new RecordedFeed(part.Name.FeedKey, FeedKind.Camera);
        // One person and kind is one track, whatever the label was each time.
        return feeds.Values.FirstOrDefault(f => f.Owner == feed.Owner && f.Kind == feed.Kind) ?? feed;
    }
}

/// <summary>Parts of one person's camera picture, screen picture, microphone or shared sound, in order.</summary>
internal sealed record SessionTrack(RecordedFeed Feed, bool IsVideo, IReadOnlyList<RawPart> Parts);
