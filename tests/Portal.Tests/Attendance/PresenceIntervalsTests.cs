using Training.Portal.Features.Attendance;

namespace Training.Portal.Tests.Attendance;

/// <summary>Minutes since the session went live; the session lasts sixty.</summary>
public sealed class PresenceIntervalsTests
{
    private static readonly DateTimeOffset Live = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly Interval Session = Of(0, 60);
    private static readonly TimeSpan Cut = TimeSpan.FromMinutes(1);

    public static TheoryData<string, double[][], double> Table => new()
    {
        { "nobody came", [], 0 },
        { "one stayed to the end", [[0, 60]], 60 },
        { "two tabs count once", [[0, 30], [10, 40]], 40 },
        { "a tab inside another adds nothing", [[0, 40], [5, 10]], 40 },
        { "the same interval twice", [[3, 9], [3, 9]], 6 },
        { "a cut of half a minute is presence", [[0, 20], [20.5, 40]], 40 },
        { "a cut of exactly a minute is absence", [[0, 20], [21, 40]], 39 },
        { "many short cuts, each forgiven", [[0, 10], [10.9, 20], [20.9, 30]], 30 },
        { "a lease that ran out, and a return", [[0, 20], [25, 40]], 35 },
        { "before it went live does not count", [[-14, 10]], 10 },
        { "after the end does not count", [[50, 75]], 10 },
        { "altogether outside", [[-10, -5], [61, 70]], 0 },
        { "a cut across the beginning is no presence", [[-5, -0.2], [0.2, 10]], 9.8 },
        { "an interval that ends before it starts", [[10, 5], [20, 30]], 10 },
        { "a single beat", [[10, 10]], 0 },
        { "in any order", [[40, 50], [0, 10], [20, 30]], 30 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Presence_is_the_union_within_the_session(string said, double[][] spans, double minutes)
    {
        var seconds = PresenceIntervals.Seconds(spans.Select(s => Of(s[0], s[1])), Session, Cut);

        Assert.True(Math.Abs(seconds - (minutes * 60)) <= 1, $"{said}: {seconds} s instead of {minutes * 60}");
    }

    [Fact]
    public void Without_a_merged_cut_intervals_that_touch_are_one_and_others_are_not()
    {
        Assert.Single(PresenceIntervals.Merge([Of(0, 10), Of(10, 20)], Session, TimeSpan.Zero));
        Assert.Equal(2, PresenceIntervals.Merge([Of(0, 10), Of(10.1, 20)], Session, TimeSpan.Zero).Count);
    }

    [Fact]
    public void Whatever_the_spans_presence_is_bounded_ordered_and_does_not_depend_on_their_order()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 500; round++)
        {
            var spans = Enumerable.Range(0, random.Next(0, 12)).Select(_ => Random(random)).ToList();
            var merged = PresenceIntervals.Merge(spans, Session, Cut);

            Assert.Equal(merged, PresenceIntervals.Merge(spans.AsEnumerable().Reverse(), Session, Cut));
            Assert.Equal(merged, PresenceIntervals.Merge(spans.Concat(merged), Session, Cut));
            Assert.All(merged, i => Assert.True(Session.From <= i.From && i.From < i.To && i.To <= Session.To));
            Assert.All(merged.Zip(merged.Skip(1)), pair => Assert.True(pair.Second.From - pair.First.To >= Cut));
            Assert.InRange(PresenceIntervals.Seconds(spans, Session, Cut), Longest(spans), 3600);
        }
    }

    private static int Longest(List<Interval> spans) =>
        spans.Select(s => PresenceIntervals.Seconds([s], Session, Cut)).DefaultIfEmpty().Max();

    private static Interval Random(Random random)
    {
        var from = (random.NextDouble() * 90) - 15;
        return Of(from, from + (random.NextDouble() * 30) - 2);
    }

    private static Interval Of(double from, double to) => new(Live.AddMinutes(from), Live.AddMinutes(to));
}
