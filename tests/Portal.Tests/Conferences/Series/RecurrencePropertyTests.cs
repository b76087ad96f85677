using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Membership;

namespace Training.Portal.Tests.Conferences.Series;

/// <summary>Days and instants against NodaTime: whatever the rule, the zone and the night.</summary>
public sealed class RecurrencePropertyTests
{
    private const int Seed = 20261124;
    private const int Rules = 4000;

    /// <summary>French zones, and odd ones: half an hour of summer time, two hours of it, offsets that are no whole hours.</summary>
    private static readonly string[] Zones = [.. ReaderZones.All, "Australia/Lord_Howe", "Antarctica/Troll", "America/St_Johns"];

    public static TheoryData<string> EachZone => [.. Zones];

    [Fact]
    public void Thousands_of_random_rules_fall_on_the_same_days_at_the_same_instants()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {Seed}, {Rules} rules.");
        var random = new Random(Seed);
        var (days, odd) = (0, 0);
        for (var i = 0; i < Rules; i++)
        {
            var rule = RandomRule.Draw(random, Zones);
            var text = Recurrence.Rule(rule.Rhythm, rule.Interval, rule.First, rule.Days, rule.Count, rule.Until);
            var ours = Recurrence.Days(text, rule.First, rule.Time, [], 400);
            var theirs = ByNodaTime.Days(rule).Take(400).ToList();
            Assert.True(ours.SequenceEqual(theirs), $"Seed {Seed}, rule {i}: {rule} ({text}) gives {string.Join(' ', ours.Take(20))}, not {string.Join(' ', theirs.Take(20))}.");
            var zone = TimeZoneInfo.FindSystemTimeZoneById(rule.Zone);
            foreach (var day in ours)
            {
                var (instant, kind) = LocalTime.Resolve(day, rule.Time, zone);
                Assert.True(instant == ByNodaTime.Instant(day, rule.Time, rule.Zone), $"Seed {Seed}, rule {i}: {day} {rule.Time} in {rule.Zone} is {instant:O}, not {ByNodaTime.Instant(day, rule.Time, rule.Zone):O}.");
                (days, odd) = (days + 1, odd + (kind == LocalTimeKind.Certain ? 0 : 1));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{days} days compared, {odd} of them in the middle of a clock change.");
        Assert.InRange(odd, 10, days);
    }

    /// <summary>Exceptions count for the end of the rule and are never held.</summary>
    [Fact]
    public void Days_left_out_are_missing_and_nothing_else_changes()
    {
        var random = new Random(Seed + 1);
        for (var i = 0; i < Rules / 4; i++)
        {
            var rule = RandomRule.Draw(random, Zones);
            var text = Recurrence.Rule(rule.Rhythm, rule.Interval, rule.First, rule.Days, rule.Count, rule.Until);
            var all = Recurrence.Days(text, rule.First, rule.Time, [], 100);
            var except = all.Where(_ => random.Next(4) == 0).ToList();
            Assert.Equal(all.Except(except).Take(50), Recurrence.Days(text, rule.First, rule.Time, except, 100).Take(50));
        }
    }

    /// <summary>Both nights of each year, and every other turn of a clock, quarter of an hour by quarter of an hour.</summary>
    [Theory, MemberData(nameof(EachZone))]
    public void Around_every_turn_of_the_clocks_a_local_time_means_what_NodaTime_says(string zoneId)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        foreach (var turn in ByNodaTime.Turns(zoneId, 2024, 2034))
        {
            for (var minutes = -4 * 60; minutes <= 4 * 60; minutes += 15)
            {
                var local = turn.AddMinutes(minutes);
                var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
                var instants = ByNodaTime.Instants(day, time, zoneId);
                Assert.Equal(instants switch { [] => ConferenceFormRefusal.TimeSkipped, [_] => null, _ => ConferenceFormRefusal.TimeAmbiguous }, LocalTime.Read(day, time, zone, null).Refusal);
                Assert.Equal((instants.Count == 0 ? null : instants[0], instants.Count == 0 ? null : instants[^1]), (LocalTime.Read(day, time, zone, Fold.Earlier).Instant, LocalTime.Read(day, time, zone, Fold.Later).Instant));
                Assert.Equal(ByNodaTime.Instant(day, time, zoneId), LocalTime.Resolve(day, time, zone).Instant);
                Assert.All(instants, (instant, index) => Assert.Equal(instants.Count == 1 ? null : (Fold)index, LocalTime.FoldOf(instant, zone)));
            }
        }
    }

    [Theory]
    [InlineData(SeriesRhythm.Weekly, "2028-02-22", "2028-02-22,2028-02-29,2028-03-07")]
    [InlineData(SeriesRhythm.MonthlyPlace, "2028-02-29", "2028-02-29,2028-05-30,2028-08-29")]
    [InlineData(SeriesRhythm.MonthlyLast, "2028-01-25", "2028-01-25,2028-02-29,2028-03-28")]
    [InlineData(SeriesRhythm.Weekly, "2100-02-23", "2100-02-23,2100-03-02,2100-03-09")]
    public void A_leap_day_is_a_day_like_another_and_2100_has_none(SeriesRhythm rhythm, string first, string expected)
    {
        var day = DateOnly.Parse(first, null);
        Assert.Equal(expected, string.Join(',', Recurrence.Days(Recurrence.Rule(rhythm, 1, day, [], 3, null), day, new TimeOnly(10, 0), [], 9).Select(d => d.ToString("yyyy-MM-dd", null))));
    }

    [Theory]
    [InlineData("Europe/Paris", "2027-03-21,2027-03-28,2027-04-04", "10:00", "09:00Z,08:00Z,08:00Z")]
    [InlineData("Europe/Paris", "2027-10-24,2027-10-31,2027-11-07", "10:00", "08:00Z,09:00Z,09:00Z")]
    [InlineData("America/Miquelon", "2027-03-07,2027-03-14,2027-03-21", "10:00", "13:00Z,12:00Z,12:00Z")]
    [InlineData("Indian/Reunion", "2027-03-21,2027-03-28,2027-04-04", "10:00", "06:00Z,06:00Z,06:00Z")]
    [InlineData("Pacific/Noumea", "2027-10-24,2027-10-31,2027-11-07", "10:00", "23:00Z,23:00Z,23:00Z")]
    [InlineData("Pacific/Marquesas", "2027-10-24,2027-10-31,2027-11-07", "10:00", "19:30Z,19:30Z,19:30Z")]
    public void Ten_o_clock_stays_ten_o_clock_where_one_lives(string zone, string days, string time, string utc) => Assert.Equal(
        utc, string.Join(',', days.Split(',').Select(d => LocalTime.Resolve(DateOnly.Parse(d, null), TimeOnly.Parse(time, null), TimeZoneInfo.FindSystemTimeZoneById(zone)).Instant.ToString("HH:mm'Z'", null))));
}
