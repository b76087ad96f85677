using Training.TestKit.Media;

namespace Training.Media.Tests.Packaging;

public sealed class SoundAndPictureInStep
{
    [Fact]
    public async Task A_flash_and_its_beep_stay_together_whatever_the_network_did()
    {
        using var session = new PackagedSession();
        var clip = await SyntheticClip.MakeAsync(32);
        session.Record("cam1", clip,
            picture: new TrackNetwork { DelayMs = 30, JitterMs = 80, Reorder = 0.02, Seed = 1 },
            sound: new TrackNetwork { DelayMs = 25, JitterMs = 60, Reorder = 0.02, Seed = 2 });

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        var master = session.Published(result, "master.m3u8");
        var (flashes, beeps) = (await FlashAndBeep.FlashesAsync(master), await FlashAndBeep.BeepsAsync(master));
        Assert.Equal(7, flashes.Count);
        Assert.Equal(7, beeps.Count);
        Assert.All(flashes.Zip(beeps), pair => Assert.InRange(pair.First - pair.Second, -0.040, 0.040));
        Assert.InRange(result.Replay!.Duration, 31, 33);
    }

    [Fact]
    public async Task A_computer_slow_at_encoding_and_with_a_wrong_clock_shifts_nothing_when_it_says_capture_times()
    {
        using var session = new PackagedSession();
        var clip = await SyntheticClip.MakeAsync(17);
        var ahead = TimeSpan.FromHours(-3);
        session.Record("cam1", clip,
            picture: new TrackNetwork { DelayMs = 420, JitterMs = 40, SenderAhead = ahead, Seed = 1 },
            sound: new TrackNetwork { DelayMs = 25, JitterMs = 20, SenderAhead = ahead, Seed = 2 });

        Assert.All(await ApartAsync(session), apart => Assert.InRange(apart, -0.040, 0.040));
    }

    [Theory]
    [InlineData("a little every second")]
    [InlineData("at once")]
    public async Task Sound_that_a_computer_lost_does_not_bring_forward_what_follows_when_it_says_capture_times(string how)
    {
        using var session = new PackagedSession();
        var clip = await SyntheticClip.MakeAsync(17);
        TimeSpan Lost(TimeSpan at) => how == "at once" ? TimeSpan.FromSeconds(at.TotalSeconds > 3 ? 0.8 : 0) : at * 0.05;
        session.Record("cam1", clip,
            picture: new TrackNetwork { DelayMs = 120, JitterMs = 40, SenderAhead = TimeSpan.Zero, Seed = 1 },
            sound: new TrackNetwork { JitterMs = 20, SenderAhead = TimeSpan.Zero, Lost = Lost, Seed = 2 });

        var apart = await ApartAsync(session);

        double[] beepLater = [.. new[] { 1, 6, 11, 16 }.Select(second => Lost(TimeSpan.FromSeconds(second)).TotalSeconds)];
        Assert.All(apart.Zip(beepLater), pair => Assert.InRange(pair.First + pair.Second, -0.040, 0.040));
    }

    [Fact]
    public async Task Without_capture_times_what_encoding_takes_is_what_the_picture_lags()
    {
        using var session = new PackagedSession();
        var clip = await SyntheticClip.MakeAsync(17);
        session.Record("cam1", clip, picture: new TrackNetwork { DelayMs = 420 }, sound: new TrackNetwork { DelayMs = 20 });

        Assert.All(await ApartAsync(session), apart => Assert.InRange(apart, 0.360, 0.440));
    }

    [Fact]
    public async Task Capture_times_that_are_nonsense_are_not_believed()
    {
        using var session = new PackagedSession();
        var clip = await SyntheticClip.MakeAsync(17);
        session.Record("cam1", clip,
            picture: new TrackNetwork { SenderAhead = TimeSpan.Zero, SenderPace = 3 }, sound: new TrackNetwork { SenderAhead = TimeSpan.Zero });

        Assert.All(await ApartAsync(session), apart => Assert.InRange(apart, -0.040, 0.040));
    }

    /// <summary>What each flash is later than its beep.</summary>
    private static async Task<IEnumerable<double>> ApartAsync(PackagedSession session)
    {
        var result = await session.PackageAsync();
        Assert.Null(result.Detail);
        var master = session.Published(result, "master.m3u8");
        var (flashes, beeps) = (await FlashAndBeep.FlashesAsync(master), await FlashAndBeep.BeepsAsync(master));
        Assert.Equal(4, flashes.Count);
        Assert.Equal(4, beeps.Count);
        return flashes.Zip(beeps, (flash, beep) => flash - beep);
    }
}
