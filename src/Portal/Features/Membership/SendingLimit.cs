namespace Training.Portal.Features.Membership;

/// <summary>At most so many within a sliding window.</summary>
public sealed record SendingLimit(int Most, TimeSpan Window)
{
    /// <param name="latest">The instants of the latest sendings, newest first.</param>
    /// <returns>How long until there is room for one more; null when there is now.</returns>
    public TimeSpan? Wait(IReadOnlyList<DateTimeOffset> latest, DateTimeOffset now) =>
        latest.Count >= Most && latest[Most - 1] + Window > now ? latest[Most - 1] + Window - now : null;
}
