using Training.Portal.Features.Conferences.Series;

namespace Training.Portal.Tests.Conferences.Series;

/// <summary>A rule drawn by chance, likely to meet nights of a clock change, month ends and leap days.</summary>
public sealed record RandomRule(
    SeriesRhythm Rhythm, int Interval, DateOnly First, TimeOnly Time, IReadOnlyList<DayOfWeek> Days, int? Count, DateOnly? Until, string Zone)
{
    public static RandomRule Draw(Random random, IReadOnlyList<string> zones)
    {
        var rhythm = (SeriesRhythm)random.Next(3);
        var first = new DateOnly(2024, 1, 1).AddDays(random.Next(8 * 365));
        if (rhythm == SeriesRhythm.MonthlyLast)
        {
            while (first.AddDays(7).Month == first.Month)
                first = first.AddDays(7);
        }

        var counted = random.Next(2) == 0;
        return new RandomRule(
            rhythm, 1 + random.Next(random.Next(3) == 0 ? 12 : 2), first,
            new TimeOnly(random.Next(3) == 0 ? random.Next(4) : random.Next(24), 5 * random.Next(12)),
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => (DayOfWeek)random.Next(7))],
            counted ? 1 + random.Next(SeriesReading.Most) : null, counted ? null : first.AddDays(random.Next(2 * 365)), zones[random.Next(zones.Count)]);
    }
}
