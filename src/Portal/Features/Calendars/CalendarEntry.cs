namespace Training.Portal.Features.Calendars;

/// <summary>A conference as a calendar keeps it.</summary>
/// <param name="Uid">Stable for the life of the conference: updates are known by it.</param>
/// <param name="Sequence">Raised by a change of time or title, and by the cancellation.</param>
/// <param name="Zone">The zone the entry is written in.</param>
/// <param name="Page">Address of the conference's page; it carries no right.</param>
/// <param name="WrittenAt">When the fact was true.</param>
public sealed record CalendarEntry(
    string Uid, int Sequence, string Title, string Programme, DateTimeOffset StartsAt, DateTimeOffset EndsAt, TimeZoneInfo Zone, Uri Page, DateTimeOffset WrittenAt)
{
    /// <summary>It will not take place: a feed says so for a while before it leaves it out.</summary>
    public bool Cancelled { get; init; }
}

/// <summary>Somebody in a calendar entry.</summary>
public sealed record CalendarPerson(string Name, string Address);
