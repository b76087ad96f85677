namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>One conference as a feed tells it: no name of anybody, no seat, no link that would open something.</summary>
internal sealed record FeedRow(
    FeedMark Mark, string Uid, int Sequence, string Title, string Programme, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool Cancelled);
