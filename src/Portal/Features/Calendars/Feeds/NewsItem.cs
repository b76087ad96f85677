namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>Something new that anyone may hear of.</summary>
/// <param name="Replay">A replay can be watched; else a session was announced.</param>
/// <param name="At">Since when it is new.</param>
internal sealed record NewsItem(int ConferenceId, bool Replay, string Title, string Programme, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset At);
