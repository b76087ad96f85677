using Training.Portal.Features.Replays.Watching;

namespace Training.Portal.Tests.Replays;

public sealed class WatchedSecondsTests
{
    private const int Length = 100;

    [Fact]
    public void A_second_counts_once_however_often_it_is_played_and_only_when_its_middle_was()
    {
        var once = Add([], 30, new PlayedPart(0, 10), new PlayedPart(5, 12.4));
        Assert.Equal(12, WatchedSeconds.Count(once));
        Assert.Equal(12, WatchedSeconds.Count(Add(once, 30, new PlayedPart(0, 12.4))));
        Assert.Equal(0, WatchedSeconds.Count(Add([], 30, new PlayedPart(3.6, 4.4))));
    }

    [Theory]
    [InlineData(15, 100, 32)] // the fastest speed, and a little slack
    [InlineData(0, 100, 2)]
    [InlineData(-50, 100, 2)] // a server's clock set back
    [InlineData(3600, 100, 100)]
    public void No_more_is_believed_than_could_be_played_since_the_beat_before(double elapsed, double claimed, int believed) =>
        Assert.Equal(believed, WatchedSeconds.Count(Add([], elapsed, new PlayedPart(0, claimed))));

    [Fact]
    public void Waiting_an_hour_before_a_beat_believes_a_minute_and_many_parts_share_what_is_believed()
    {
        Assert.Equal(122, WatchedSeconds.Count(WatchedSeconds.Add([], [new PlayedPart(0, 900)], TimeSpan.FromHours(1), 1000)));
        Assert.Equal(22, WatchedSeconds.Count(Add([], 10, [.. Enumerable.Range(0, 10).Select(n => new PlayedPart(n * 10, (n * 10) + 10))])));
    }

    [Fact]
    public void Parts_outside_the_replay_or_turned_round_count_nothing() =>
        Assert.Equal(0, WatchedSeconds.Count(Add([], 60, new PlayedPart(-5, 10), new PlayedPart(20, 10), new PlayedPart(5, 1e9), new PlayedPart(double.NaN, 4))));

    private static byte[] Add(byte[] before, double elapsed, params PlayedPart[] played) =>
        WatchedSeconds.Add(before, played, TimeSpan.FromSeconds(elapsed), Length);
}
