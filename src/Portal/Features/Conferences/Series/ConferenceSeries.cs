namespace Training.Portal.Features.Conferences.Series;

/// <summary>
/// Conferences that repeat by one rule, kept in local time: ten o'clock in its zone stays ten o'clock across clock changes. Each occurrence is a
/// conference of its own, with its own seats, doors and calendar entry.
/// </summary>
public sealed class ConferenceSeries
{
    public int Id { get; set; }

    /// <summary>iCalendar RRULE, its end in local time; null once its days were moved together, when no rule says them any more.</summary>
    public string? Rule { get; set; }

    /// <summary>iCalendar EXDATE: days of the rule that were never wanted.</summary>
    public DateOnly[] Except { get; set; } = [];

    /// <summary>IANA zone in which the rule's days and hours are meant.</summary>
    public required string TimeZone { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
