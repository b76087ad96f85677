using System.Globalization;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Programme;

/// <summary>One month of the reader's calendar, in whole weeks from Monday to Sunday.</summary>
public sealed record ProgrammeMonth(int Year, int Month, TimeZoneInfo Zone)
{
    private const string Form = "yyyy-MM";
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    public DateOnly First => new(Year, Month, 1);

    public string Name => First.ToString(Form, CultureInfo.InvariantCulture);

    public ProgrammeMonth Before => Of(First.AddMonths(-1), Zone);

    public ProgrammeMonth After => Of(First.AddMonths(1), Zone);

    /// <summary>From the first midnight of the month to that of the next, as this zone has them.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) Span => (Midnight(First), Midnight(First.AddMonths(1)));

    /// <summary>The month so named, else the one of this instant.</summary>
    public static ProgrammeMonth Read(string? name, DateTimeOffset now, TimeZoneInfo zone) =>
        DateOnly.TryParseExact(name, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > FirstYear and < LastYear
            ? Of(first, zone)
            : Of(DateOnly.FromDateTime(now.In(zone).Date), zone);

    public IReadOnlyList<ProgrammeWeek> Weeks(IReadOnlyList<ConferenceCard> cards, DateTimeOffset now)
    {
        var (today, byDay) = (DayOf(now), cards.ToLookup(card => DayOf(card.StartsAt)));
        var monday = First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
        var weeks = new List<ProgrammeWeek>();
        for (; monday < First.AddMonths(1); monday = monday.AddDays(7))
            weeks.Add(new ProgrammeWeek([.. Enumerable.Range(0, 7).Select(i => monday.AddDays(i)).Select(day => Day(day, today, [.. byDay[day]]))]));
        return weeks;
    }

    private ProgrammeDay Day(DateOnly day, DateOnly today, IReadOnlyList<ConferenceCard> cards) =>
        day.Month == Month ? new ProgrammeDay(day, true, day == today, cards) : new ProgrammeDay(day, false, false, []);

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.In(Zone).Date);

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(local))
            local = local.AddMinutes(30); // No zone of ours, but some, begin summer time at midnight.
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static ProgrammeMonth Of(DateOnly day, TimeZoneInfo zone) => new(day.Year, day.Month, zone);
}

public sealed record ProgrammeWeek(IReadOnlyList<ProgrammeDay> Days)
{
    public bool IsFree => Days.All(day => day.Cards.Count == 0);
}

/// <param name="Inside">Of this month; days around it fill the first and the last week.</param>
public sealed record ProgrammeDay(DateOnly Date, bool Inside, bool Today, IReadOnlyList<ConferenceCard> Cards);
