using Training.Media.Packaging;
using Training.Media.Rooms;
using Training.TestKit.Media;

namespace Training.Media.Tests.Packaging;

public sealed class PartsAndGaps
{
    [Fact]
    public async Task Two_parts_join_in_order_with_the_gap_marked_and_stay_in_step()
    {
        using var session = new PackagedSession();
        var clip = await SyntheticClip.MakeAsync(12);
        session.Record("cam1", clip, 0, TrackNetwork.Perfect, TrackNetwork.Perfect);
        session.Record("cam2", clip, 40, TrackNetwork.Perfect with { Seed = 3 }, TrackNetwork.Perfect);

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        var picture = Assert.Single(result.Replay!.Pictures);
        Assert.Equal(2, picture.OnStage.Count);
        var gap = Assert.Single(result.Replay.Gaps);
        Assert.InRange(gap.Start, 11.5, 12.5);
        Assert.InRange(gap.End, 39.5, 40.5);
        Assert.InRange(result.Replay.Duration, 51, 53);
        await AssertTogether(session, result, 1, 6, 11, 41, 46, 51);
    }

    [Fact]
    public async Task Every_picture_covers_the_session_without_a_hole_even_when_it_came_late_and_left_early()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(40), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);
        session.Record("scr1", await SyntheticClip.MakeAsync(6, 640, 360, 5), 12, TrackNetwork.Perfect);

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        Assert.Equal([FeedKind.Camera, FeedKind.Screen], result.Replay!.Pictures.Select(p => p.Kind));
        var screen = result.Replay.Pictures[1];
        Assert.Equal((640, 360), (screen.Width, screen.Height));
        var shown = Assert.Single(screen.OnStage);
        Assert.InRange(shown.Start, 11.9, 12.1);
        Assert.InRange(shown.End, 17.5, 18.1);
        var playlist = HlsPlaylist.Parse(await File.ReadAllTextAsync(session.Published(result, screen.Playlist)));
        Assert.InRange(playlist!.Duration, result.Replay.Duration - 0.1, result.Replay.Duration + 0.1);
        Assert.All(playlist.Segments, s => Assert.InRange(s.Seconds, 0.01, 13));
    }

    [Fact]
    public async Task Another_picture_size_opens_another_track()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(8), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);
        session.Record("cam2", await SyntheticClip.MakeAsync(12, 640, 360), 10, TrackNetwork.Perfect, TrackNetwork.Perfect);

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        Assert.Equal([(640, 360), (320, 180)], result.Replay!.Pictures.Select(p => (p.Width, p.Height)));
        Assert.InRange(result.Replay.Pictures[1].OnStage.Single().End, 7.5, 8.1);
    }

    [Fact]
    public async Task After_lost_packets_the_picture_waits_for_a_key_picture_and_stays_in_step()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(22), 0,
            new TrackNetwork { Loss = 0.002, Seed = 8 }, new TrackNetwork { Loss = 0.05, Seed = 9 });

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        var beeps = await FlashAndBeep.BeepsAsync(session.Published(result, "master.m3u8"));
        Assert.Equal(5, beeps.Count);
        Assert.All(beeps, (beep, i) => Assert.InRange(beep - (1 + 5 * i), -0.040, 0.060));
    }

    [Fact]
    public async Task An_hour_of_clock_drift_does_not_part_sound_from_picture()
    {
        // Drift is what matters, not the hour: three minutes at several times a bad sound card's error.
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(180, 160, 90, 10), 0,
            new TrackNetwork { DriftPpm = 0, JitterMs = 40, Seed = 1 }, new TrackNetwork { DriftPpm = 290, JitterMs = 40, Seed = 2 });

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        var master = session.Published(result, "master.m3u8");
        var (flashes, beeps) = (await FlashAndBeep.FlashesAsync(master), await FlashAndBeep.BeepsAsync(master));
        Assert.Equal(36, flashes.Count);
        Assert.Equal(36, beeps.Count);
        // The beep is late in truth by up to 52 ms: that, and only that, is what the sender's clock did.
        Assert.All(flashes.Zip(beeps), (pair, i) => Assert.InRange(pair.Second - pair.First - 290e-6 * (1 + 5 * i), -0.040, 0.040));
    }

    private static async Task AssertTogether(PackagedSession session, PackagingResult result, params double[] instants)
    {
        var master = session.Published(result, "master.m3u8");
        var (flashes, beeps) = (await FlashAndBeep.FlashesAsync(master), await FlashAndBeep.BeepsAsync(master));
        Assert.All(instants.Zip(flashes, beeps), at => Assert.InRange(at.Second - at.First, -0.1, 0.1));
        Assert.Equal(instants.Length, beeps.Count);
        Assert.All(flashes.Zip(beeps), pair => Assert.InRange(pair.First - pair.Second, -0.040, 0.040));
    }
}
