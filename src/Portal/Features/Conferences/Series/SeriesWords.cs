using System.Globalization;
using Ical.Net;
using Ical.Net.DataTypes;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>A rule and its odd nights, as one says them.</summary>
public sealed class SeriesWords(IStringLocalizer<PlanningText> text, When when)
{
    /// <summary>« chaque mardi et jeudi », « le 2ᵉ mardi de chaque mois »; null when no rule says the days any more.</summary>
    public string? Rule(string? rule)
    {
        if (rule is null)
            return null;
        var read = new RecurrenceRule(rule);
        return (read.Frequency, read.Interval) switch
        {
            (FrequencyType.Weekly, 1) => text["RuleWeekly", Days(read)],
            (FrequencyType.Weekly, var every) => text["RuleWeeks", every, Days(read)],
            (_, 1) => text["RuleMonthly", Place(read), Days(read)],
            (_, var every) => text["RuleMonths", every, Place(read), Days(read)],
        };
    }

    /// <summary>What a night of a clock change did to a local time; null when nothing.</summary>
    public string? Odd(LocalTimeKind kind, TimeOnly wanted, DateTimeOffset instant, TimeZoneInfo zone) => kind switch
    {
        LocalTimeKind.Skipped => text["OddSkipped", Hour(wanted), when.Hour(instant, zone)].Value,
        LocalTimeKind.Twice => text["OddTwice", Hour(wanted)].Value,
        _ => null,
    };

    /// <summary>The same for one conference of a series that stands where its series wants it.</summary>
    public string? Odd(Conference conference)
    {
        if (conference is not { Series.Zone: { } zone, SeriesDate: { } day, SeriesTime: { } time })
            return null;
        var (instant, kind) = LocalTime.Resolve(day, time, zone);
        return instant == conference.StartsAt ? Odd(kind, time, instant, zone) : null;
    }

    /// <summary>For a reader whose clocks show that hour twice; null for all others.</summary>
    public string? Twice(DateTimeOffset instant, TimeZoneInfo zone) => LocalTime.FoldOf(instant, zone) switch
    {
        Fold.Earlier => text["ReadEarlier", when.Hour(instant, zone)].Value,
        Fold.Later => text["ReadLater", when.Hour(instant, zone)].Value,
        _ => null,
    };

    private string Days(RecurrenceRule rule)
    {
        var names = rule.ByDay.Select(d => d.DayOfWeek).OrderBy(d => ((int)d + 6) % 7).Select(CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName).ToList();
        return names.Count == 1 ? names[0] : text["RuleAnd", string.Join(", ", names.SkipLast(1)), names[^1]];
    }

    private string Place(RecurrenceRule rule) => text[rule.ByDay[0].Offset switch { 1 => "Place_1", 2 => "Place_2", 3 => "Place_3", 4 => "Place_4", 5 => "Place_5", _ => "Place_Last" }];

    private string Hour(TimeOnly time) => when.Hour(new DateTimeOffset(2000, 1, 1, time.Hour, time.Minute, 0, TimeSpan.Zero), TimeZoneInfo.Utc);
}
