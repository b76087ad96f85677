using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>What a feed holds, and for whom.</summary>
/// <param name="Reader">Null for a feed that anyone may take: the conferences of open groups alone.</param>
/// <param name="GroupId">Null for every group that may be known.</param>
/// <param name="Name">As calendars show it.</param>
public sealed record FeedScope(Reader? Reader, TimeZoneInfo Zone, string Name, int? GroupId = null)
{
    /// <summary>Only where the reader has a seat or trains.</summary>
    public bool Mine { get; init; }
}
