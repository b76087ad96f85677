using Training.Portal.Features.Conferences.Series;

namespace Training.Portal.Tests.Conferences.Series;

public sealed class SeriesReadingTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData(SeriesRhythm.Weekly, "1", "", "4", "2026-12-01,2026-12-08,2026-12-15,2026-12-22")]
    [InlineData(SeriesRhythm.Weekly, "2", "", "3", "2026-12-01,2026-12-15,2026-12-29")]
    [InlineData(SeriesRhythm.Weekly, "1", "Thursday", "4", "2026-12-01,2026-12-03,2026-12-08,2026-12-10")]
    [InlineData(SeriesRhythm.MonthlyPlace, "1", "", "4", "2026-12-01,2027-01-05,2027-02-02,2027-03-02")]
    [InlineData(SeriesRhythm.MonthlyPlace, "3", "", "3", "2026-12-01,2027-03-02,2027-06-01")]
    public void A_rhythm_gives_its_days(SeriesRhythm rhythm, string interval, string day, string count, string expected)
    {
        var form = new SeriesForm { Rhythm = rhythm, Interval = interval, Count = count };
        if (day.Length > 0)
            form.Days.Add(Enum.Parse<DayOfWeek>(day));
        Assert.Equal(expected, Days(form, new DateTime(2026, 12, 1, 10, 0, 0)));
    }

    [Fact]
    public void The_last_weekday_of_the_month_and_a_fifth_one_are_what_they_say()
    {
        Assert.Equal("2026-12-29,2027-01-26,2027-02-23", Days(new SeriesForm { Rhythm = SeriesRhythm.MonthlyLast, Count = "3" }, new DateTime(2026, 12, 29, 10, 0, 0)));
        Assert.Equal("2026-12-29,2027-03-30,2027-06-29", Days(new SeriesForm { Rhythm = SeriesRhythm.MonthlyPlace, Count = "3" }, new DateTime(2026, 12, 29, 10, 0, 0)));
    }

    [Fact]
    public void The_last_day_counts_and_a_day_ticked_away_is_not_made_up_for()
    {
        var form = new SeriesForm { Rhythm = SeriesRhythm.Weekly, Until = "22/12/2026", Except = ["2026-12-08"] };
        var (plan, _, refusal) = SeriesReading.Of(form, new DateTime(2026, 12, 1, 10, 0, 0), Paris, new DateOnly(2028, 1, 1));
        Assert.Null(refusal);
        Assert.Equal("FREQ=WEEKLY;WKST=MO;BYDAY=TU;UNTIL=20261222T235959", plan!.Rule);
        Assert.Equal([new(2026, 12, 1), new(2026, 12, 15), new DateOnly(2026, 12, 22)], plan.Held);
        Assert.Equal(4, plan.Days.Count);
    }

    [Theory]
    [InlineData("0", "3", "", SeriesRefusal.IntervalUnreadable, "Interval")]
    [InlineData("treize", "3", "", SeriesRefusal.IntervalUnreadable, "Interval")]
    [InlineData("1", "", "", SeriesRefusal.EndMissing, "Until")]
    [InlineData("1", "3", "2027-01-01", SeriesRefusal.EndTwice, "Until")]
    [InlineData("1", "beaucoup", "", SeriesRefusal.CountUnreadable, "Count")]
    [InlineData("1", "", "demain", SeriesRefusal.UntilUnreadable, "Until")]
    [InlineData("1", "", "2026-11-30", SeriesRefusal.UntilBeforeStart, "Until")]
    [InlineData("1", "61", "", SeriesRefusal.TooMany, "Count")]
    [InlineData("1", "9999", "", SeriesRefusal.TooMany, "Count")]
    [InlineData("1", "", "2028-02-01", SeriesRefusal.TooMany, "Count")]
    [InlineData("4", "60", "", SeriesRefusal.TooFar, "Until")]
    [InlineData("1", "1", "", SeriesRefusal.TooFew, "Count")]
    [InlineData("1", "", "2026-12-07", SeriesRefusal.TooFew, "Count")]
    public void What_is_no_series_is_refused_by_name_at_its_field(string interval, string count, string until, SeriesRefusal refusal, string field)
    {
        var form = new SeriesForm { Rhythm = SeriesRhythm.Weekly, Interval = interval, Count = count, Until = until };
        Assert.Equal((null, field, refusal), SeriesReading.Of(form, new DateTime(2026, 12, 1, 10, 0, 0), Paris, new DateOnly(2028, 11, 24)));
    }

    [Fact]
    public void A_last_weekday_that_is_not_the_last_is_refused() => Assert.Equal(
        (null, "Rhythm", SeriesRefusal.NotLast),
        SeriesReading.Of(new SeriesForm { Rhythm = SeriesRhythm.MonthlyLast, Count = "3" }, new DateTime(2026, 12, 22, 10, 0, 0), Paris, new DateOnly(2028, 11, 24)));

    private static string Days(SeriesForm form, DateTime first) => string.Join(
        ',', SeriesReading.Of(form, first, Paris, new DateOnly(2028, 11, 24)).Plan!.Days.Select(d => d.ToString("yyyy-MM-dd", null)));
}
