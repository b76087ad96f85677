using System.Collections.Concurrent;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.Serialization;

namespace Training.Portal.Features.Calendars;

/// <summary>The rules of a zone as calendars carry them: Outlook shifts by an hour without. Written once for each zone and first year.</summary>
internal static class CalendarZones
{
    private const string Begin = "BEGIN:VTIMEZONE";
    private const string End = "END:VTIMEZONE";
    private static readonly ConcurrentDictionary<(string Zone, int Year), string> Written = new();

    /// <param name="from">No entry begins earlier.</param>
    public static string Of(TimeZoneInfo zone, DateTimeOffset from) => Written.GetOrAdd((zone.Id, from.UtcDateTime.Year - 1), Write);

    private static string Write((string Zone, int Year) key)
    {
        var calendar = new Calendar();
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(key.Zone, new DateTime(key.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc), includeHistoricalData: false));
        var whole = new CalendarSerializer().SerializeToString(calendar)!;
        return whole[whole.IndexOf(Begin, StringComparison.Ordinal)..(whole.LastIndexOf(End, StringComparison.Ordinal) + End.Length)];
    }
}
