namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>
/// A member's personal way to calendar feeds, for programs that cannot sign in. There is at most one: a new one is a new row in its place,
/// and the addresses of the former lead nowhere.
/// </summary>
public sealed class FeedLink
{
    public int MemberId { get; set; }

    /// <summary>What the token is derived from (<see cref="FeedTokens"/>).</summary>
    public Guid Id { get; set; }

    /// <summary>SHA-256 of the token; unique. The token itself is stored nowhere.</summary>
    public required byte[] TokenHash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
