using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;
using Training.Portal.Features.Conferences.Series;

namespace Training.Portal.Tests.Conferences.Series;

/// <summary>The same questions answered by somebody else: days one by one, instants by NodaTime's own zones.</summary>
internal static class ByNodaTime
{
    /// <summary>Each candidate day is looked at on its own: no rule is written or read.</summary>
    public static IEnumerable<DateOnly> Days(RandomRule rule)
    {
        var first = LocalDate.FromDateOnly(rule.First);
        var days = rule.Days.Append(rule.First.DayOfWeek).Select(d => d.ToIsoDayOfWeek()).ToHashSet();
        var held = 0;
        for (var day = first; held < (rule.Count ?? int.MaxValue) && (rule.Until is null || day <= LocalDate.FromDateOnly(rule.Until.Value)); day = day.PlusDays(1))
        {
            if (!IsHeld(rule, first, day, days))
                continue;
            held++;
            yield return day.ToDateOnly();
        }
    }

    /// <summary>Skipped hours move forward by the gap, double ones are the first.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time, string zone) =>
        DateTimeZoneProviders.Tzdb[zone].ResolveLocal(Local(day, time), Resolvers.LenientResolver).ToDateTimeOffset().ToUniversalTime();

    /// <summary>How often a local time comes: not at all, once, twice; and those instants.</summary>
    public static IReadOnlyList<DateTimeOffset> Instants(DateOnly day, TimeOnly time, string zone) => DateTimeZoneProviders.Tzdb[zone].MapLocal(Local(day, time)) switch
    {
        { Count: 0 } => [],
        { Count: 1 } one => [one.Single().ToDateTimeOffset().ToUniversalTime()],
        var two => [two.First().ToDateTimeOffset().ToUniversalTime(), two.Last().ToDateTimeOffset().ToUniversalTime()],
    };

    /// <summary>Local times at which a zone's clocks turn.</summary>
    public static IEnumerable<DateTime> Turns(string zone, int fromYear, int untilYear) => DateTimeZoneProviders.Tzdb[zone]
        .GetZoneIntervals(NodaTime.Instant.FromUtc(fromYear, 1, 1, 0, 0), NodaTime.Instant.FromUtc(untilYear, 1, 1, 0, 0))
        .Where(i => i.HasStart && i.Start > NodaTime.Instant.FromUtc(fromYear, 1, 1, 0, 0)).Select(i => i.IsoLocalStart.ToDateTimeUnspecified());

    private static bool IsHeld(RandomRule rule, LocalDate first, LocalDate day, HashSet<IsoDayOfWeek> days)
    {
        if (rule.Rhythm == SeriesRhythm.Weekly)
        {
            var weeks = Period.Between(Monday(first), Monday(day), PeriodUnits.Weeks).Weeks;
            return days.Contains(day.DayOfWeek) && weeks % rule.Interval == 0;
        }

        var months = ((day.Year - first.Year) * 12) + day.Month - first.Month;
        if (day.DayOfWeek != first.DayOfWeek || months % rule.Interval != 0)
            return false;
        return rule.Rhythm == SeriesRhythm.MonthlyLast ? day.PlusWeeks(1).Month != day.Month : Place(day) == Place(first);
    }

    /// <summary>How many such weekdays the month has had, this one included.</summary>
    private static int Place(LocalDate day) => Enumerable.Range(0, 5).Count(weeks => day.PlusWeeks(-weeks).Month == day.Month);

    private static LocalDate Monday(LocalDate day) => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    private static LocalDateTime Local(DateOnly day, TimeOnly time) => LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(time);
}
