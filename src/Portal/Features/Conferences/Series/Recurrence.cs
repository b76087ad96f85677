using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>Days of a rule (RFC 5545), by Ical.Net: all in local time, no zone and no clock change here.</summary>
public static class Recurrence
{
    /// <summary>iCalendar names, from Sunday.</summary>
    private static readonly string[] DayNames = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <param name="first">The first day, one of the rule's.</param>
    /// <param name="except">EXDATE: they count for the rule's end, and are left out.</param>
    /// <param name="most">No more days than this are drawn.</param>
    public static IReadOnlyList<DateOnly> Days(string rule, DateOnly first, TimeOnly time, IEnumerable<DateOnly> except, int most)
    {
        var drawn = new CalendarEvent { DtStart = At(first, time), RecurrenceRule = new RecurrenceRule(rule) };
        foreach (var day in except)
            drawn.ExceptionDates.Add(At(day, time));
        return [.. drawn.GetOccurrences().Select(o => o.Period.StartTime.Date).Take(most)];
    }

    /// <summary>The rule of a plan, as iCalendar writes it.</summary>
    public static string Rule(SeriesRhythm rhythm, int interval, DateOnly first, IEnumerable<DayOfWeek> days, int? count, DateOnly? until)
    {
        var end = count is { } times
            ? $"COUNT={times.ToString(CultureInfo.InvariantCulture)}"
            : $"UNTIL={until!.Value.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}T235959";
        var every = interval == 1 ? "" : $";INTERVAL={interval.ToString(CultureInfo.InvariantCulture)}";
        return rhythm switch
        {
            SeriesRhythm.Weekly => $"FREQ=WEEKLY{every};WKST=MO;BYDAY={string.Join(',', days.Append(first.DayOfWeek).Distinct().Order().Select(Name))};{end}",
            SeriesRhythm.MonthlyPlace => $"FREQ=MONTHLY{every};BYDAY={((first.Day - 1) / 7) + 1}{Name(first.DayOfWeek)};{end}",
            SeriesRhythm.MonthlyLast => $"FREQ=MONTHLY{every};BYDAY=-1{Name(first.DayOfWeek)};{end}",
            _ => throw new ArgumentOutOfRangeException(nameof(rhythm)),
        };
    }

    private static string Name(DayOfWeek day) => DayNames[(int)day];

    private static CalDateTime At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time, DateTimeKind.Unspecified));
}
