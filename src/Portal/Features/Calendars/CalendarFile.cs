namespace Training.Portal.Features.Calendars;

/// <summary>
/// Writes calendars (RFC 5545, 5546) as mail programs want them: with the zone's own rules (Outlook shifts by an
/// hour without), an answer never asked for, lines folded by octets.
/// </summary>
public static class CalendarFile
{
    private const string Product = "-//Training//Training//FR";

    /// <summary>An invitation, or its update under a higher sequence.</summary>
    public static string Request(CalendarEntry entry, CalendarPerson organizer, CalendarPerson attendee) =>
        Write("REQUEST", entry, organizer, attendee);

    /// <summary>The entry leaves the calendar.</summary>
    public static string Cancel(CalendarEntry entry, CalendarPerson organizer, CalendarPerson attendee) =>
        Write("CANCEL", entry with { Cancelled = true }, organizer, attendee);

    /// <summary>For anyone to take: without attendee.</summary>
    public static string Publish(CalendarEntry entry, CalendarPerson organizer) => Write("PUBLISH", entry, organizer, null);

    /// <summary>How a calendar one subscribes to begins: everything in one zone. Its events follow, with nobody's name but the organiser's.</summary>
    /// <param name="from">No event begins earlier; null when there is none.</param>
    public static byte[] FeedHead(string name, TimeZoneInfo zone, DateTimeOffset? from)
    {
        var lines = Begin("PUBLISH");
        lines.Text("NAME", CalendarText.OneLine(name));
        lines.Text("X-WR-CALNAME", CalendarText.OneLine(name));
        lines.Raw("X-WR-TIMEZONE", zone.Id);
        lines.Raw("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lines.Raw("X-PUBLISHED-TTL", "PT1H");
        if (from is { } first)
            lines.Again(CalendarZones.Of(zone, first));
        return lines.Take();
    }

    /// <summary>And ends.</summary>
    public static byte[] FeedEnd()
    {
        var lines = new CalendarLines();
        lines.Raw("END", "VCALENDAR");
        return lines.Take();
    }

    private static string Write(string method, CalendarEntry entry, CalendarPerson organizer, CalendarPerson? attendee)
    {
        var lines = Begin(method);
        lines.Again(CalendarZones.Of(entry.Zone, entry.StartsAt));
        CalendarEvent.Write(lines, entry, organizer, attendee);
        lines.Raw("END", "VCALENDAR");
        return lines.ToString();
    }

    private static CalendarLines Begin(string method)
    {
        var lines = new CalendarLines();
        lines.Raw("BEGIN", "VCALENDAR");
        lines.Raw("VERSION", "2.0");
        lines.Raw("PRODID", Product);
        lines.Raw("METHOD", method);
        return lines;
    }
}
