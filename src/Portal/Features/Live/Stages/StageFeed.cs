using Training.Media.Rooms;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Stages;

/// <summary>A feed that can be watched now.</summary>
public sealed record StageFeed(string Key, FeedKind Kind, Guid Participation, int MemberId, string Name, bool Muted)
{
    public StageFeedMessage ToMessage() => new(Key, Kind, MemberId, Name, Muted);
}
