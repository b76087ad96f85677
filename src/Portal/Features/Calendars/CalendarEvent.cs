using System.Globalization;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Calendars;

/// <summary>Writes one entry, the same in a letter, a file and a feed: by its UID and SEQUENCE a calendar knows that they are one.</summary>
internal static class CalendarEvent
{
    public static void Write(CalendarLines lines, CalendarEntry entry, CalendarPerson organizer, CalendarPerson? attendee)
    {
        lines.Raw("BEGIN", "VEVENT");
        lines.Raw("UID", CalendarText.OneLine(entry.Uid));
        lines.Raw("SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Raw("DTSTAMP", Utc(entry.WrittenAt));
        WriteTimes(lines, entry);
        lines.Text("SUMMARY", CalendarText.OneLine(entry.Title));
        lines.Text("DESCRIPTION", $"{CalendarText.Lines(SafeMarkdown.ToText(entry.Programme))}\n\n{entry.Page}".Trim());
        lines.Text("LOCATION", entry.Page.ToString());
        lines.Raw("URL", entry.Page.ToString());
        lines.Raw("STATUS", entry.Cancelled ? "CANCELLED" : "CONFIRMED");
        lines.Raw("TRANSP", entry.Cancelled ? "TRANSPARENT" : "OPAQUE");
        lines.Raw($"ORGANIZER;CN={CalendarText.Parameter(organizer.Name)}", $"mailto:{organizer.Address}");
        if (attendee is not null)
            lines.Raw(
                $"ATTENDEE;CN={CalendarText.Parameter(attendee.Name)};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE", $"mailto:{attendee.Address}");
        lines.Raw("END", "VEVENT");
    }

    /// <summary>An instant, as calendars say it.</summary>
    public static string Utc(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>In the zone's own hours; in UTC in the night when an hour comes twice: the standard says the first, programs do not agree.</summary>
    private static void WriteTimes(CalendarLines lines, CalendarEntry entry)
    {
        var (start, end) = (entry.StartsAt.In(entry.Zone), entry.EndsAt.In(entry.Zone));
        var told = !entry.Zone.IsAmbiguousTime(start.DateTime) && !entry.Zone.IsAmbiguousTime(end.DateTime);
        foreach (var (name, instant) in new[] { ("DTSTART", start), ("DTEND", end) })
        {
            if (told)
                lines.Raw($"{name};TZID={entry.Zone.Id}", instant.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
            else
                lines.Raw(name, Utc(instant));
        }
    }
}
