using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Calendars;

/// <summary>
/// Writes calendar entries (RFC 5545, 5546) as mail programs want them: with the zone's own rules (Outlook shifts by an
/// hour without), an answer never asked for, lines folded by octets.
/// </summary>
public static class CalendarFile
{
    private const string Product = "-//Training//Training//FR";

    /// <summary>An invitation, or its update under a higher sequence.</summary>
    public static string Request(CalendarEntry entry, CalendarPerson organizer, CalendarPerson attendee) =>
        Write(CalendarMethods.Request, entry, EventStatus.Confirmed, organizer, attendee);

    /// <summary>The entry leaves the calendar.</summary>
    public static string Cancel(CalendarEntry entry, CalendarPerson organizer, CalendarPerson attendee) =>
        Write(CalendarMethods.Cancel, entry, EventStatus.Cancelled, organizer, attendee);

    /// <summary>For anyone to take: without attendee.</summary>
    public static string Publish(CalendarEntry entry, CalendarPerson organizer) =>
        Write(CalendarMethods.Publish, entry, EventStatus.Confirmed, organizer, null);

    private static string Write(string method, CalendarEntry entry, string status, CalendarPerson organizer, CalendarPerson? attendee)
    {
        var calendar = new Calendar { Method = method, ProductId = Product };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(entry.Zone.Id, entry.StartsAt.UtcDateTime.AddYears(-1), includeHistoricalData: false));
        calendar.Events.Add(Event(entry, status, organizer, attendee));
        return FoldedLines.Of(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Event(CalendarEntry entry, string status, CalendarPerson organizer, CalendarPerson? attendee)
    {
        var written = new CalendarEvent
        {
            Uid = entry.Uid,
            Sequence = entry.Sequence,
            Summary = Plain(entry.Title),
            Description = $"{Lines(SafeMarkdown.ToText(entry.Programme))}\n\n{entry.Page}".Trim(),
            DtStamp = new CalDateTime(entry.WrittenAt.UtcDateTime, CalDateTime.UtcTzId),
            DtStart = At(entry.StartsAt, entry.Zone),
            DtEnd = At(entry.EndsAt, entry.Zone),
            Location = entry.Page.ToString(),
            Url = entry.Page,
            Status = status,
            Transparency = TransparencyType.Opaque,
            Organizer = new Organizer($"mailto:{organizer.Address}") { CommonName = Plain(organizer.Name) },
        };
        if (attendee is not null)
            written.Attendees.Add(Attendee(attendee));
        return written;
    }

    private static Attendee Attendee(CalendarPerson person) => new($"mailto:{person.Address}")
    {
        CommonName = Plain(person.Name),
        Role = ParticipationRole.RequiredParticipant,
        ParticipationStatus = EventParticipationStatus.Accepted,
        Rsvp = false,
    };

    private static CalDateTime At(DateTimeOffset instant, TimeZoneInfo zone) =>
        new(DateTime.SpecifyKind(instant.In(zone).DateTime, DateTimeKind.Unspecified), zone.Id);

    /// <summary>Several lines, which Ical.Net escapes; no other control character.</summary>
    private static string Lines(string words) =>
        string.Concat(words.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c)));

    /// <summary>Ical.Net escapes texts but not parameters: a line end in a name would begin a property of its own.</summary>
    private static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => string.Concat(word.Where(c => !char.IsControl(c) && c != '"')))
        .Where(word => word.Length > 0));
}
