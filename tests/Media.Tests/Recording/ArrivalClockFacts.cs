using Training.Media.Recording;

namespace Training.Media.Tests.Recording;

public sealed class ArrivalClockFacts
{
    private const int Rate = 48_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Jitter_does_not_move_the_track()
    {
        var random = new Random(5);
        var clock = Clock(120, media => random.NextDouble() * 0.2);
        Assert.All(Enumerable.Range(0, 120), second => Assert.InRange(Error(clock, second, second), 0, 0.03));
    }

    [Fact]
    public void A_minute_of_congestion_moves_the_track_by_a_few_milliseconds_only()
    {
        var clock = Clock(300, media => media is > 100 and < 160 ? 0.4 : 0);
        Assert.InRange(Error(clock, 130, 130), 0, 0.012);
    }

    [Fact]
    public void A_slow_sound_card_is_followed_for_three_hours()
    {
        var clock = Clock(10_800, media => media * 100e-6);
        Assert.InRange(Error(clock, 10_000, 10_000 * (1 + 100e-6)), -0.005, 0.005);
    }

    [Fact]
    public void A_network_that_held_everything_back_for_twenty_seconds_shifts_nothing()
    {
        var clock = Clock(120, media => media is > 50 and < 70 ? 70 - media : 0);
        Assert.InRange(Error(clock, 45, 45), 0, 0.02);
        Assert.InRange(Error(clock, 90, 90), 0, 0.02);
    }

    [Fact]
    public void A_pause_that_stopped_the_timestamps_moves_what_follows_and_not_what_came_before()
    {
        var clock = Clock(120, media => media > 60 ? 45 : 0);
        Assert.InRange(Error(clock, 59, 59), 0, 0.02);
        Assert.InRange(Error(clock, 62, 62 + 45), 0, 0.02);
    }

    [Fact]
    public void One_damaged_arrival_time_is_ignored()
    {
        var clock = Clock(60, media => Math.Abs(media - 30) < 0.001 ? -20 : 0);
        Assert.InRange(Error(clock, 30, 30), -0.001, 0.001);
    }

    private static ArrivalClock Clock(int seconds, Func<double, double> delay) =>
        ArrivalClock.From(Start, Rate, [.. Enumerable.Range(0, seconds * 50).Select(i => ((long)i * 960, (uint)Math.Max(0, (i * 0.02 + delay(i * 0.02)) * 1000)))]);

    private static double Error(ArrivalClock clock, double media, double truth) =>
        (clock.At((long)(media * Rate)) - Start).TotalSeconds - truth;
}
