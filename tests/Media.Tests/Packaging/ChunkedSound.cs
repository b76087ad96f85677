using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Training.Media.Packaging;
using Training.TestKit.Media;

namespace Training.Media.Tests.Packaging;

/// <summary>Sound is mixed three minutes at a time, in part while the session still runs: neither may be heard.</summary>
public sealed class ChunkedSound
{
    private static readonly TrackNetwork Busy = new() { JitterMs = 60, DriftPpm = 80, Seed = 5 };

    [Fact]
    public async Task A_steady_tone_stays_steady_where_two_chunks_join()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.ToneAsync(200), 0, sound: TrackNetwork.Perfect);

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        var levels = await FlashAndBeep.LevelsAsync(session.Published(result, "sound.m3u8"));
        var (elsewhere, join) = (Values(levels, 1, 178), Values(levels, 179.4, 180.1));
        Assert.True(join.Count > 130, "the join is not in the sound");
        Assert.InRange(join.Min(), elsewhere.Min() - 1, 0);
        Assert.InRange(join.Max(), -20, elsewhere.Max() + 1);
    }

    [Fact]
    public async Task A_voice_that_joins_later_is_heard_when_it_spoke()
    {
        using var session = new PackagedSession();
        var clip = await SyntheticClip.MakeAsync(20);
        session.Record("cam1", clip, 0, picture: TrackNetwork.Perfect);
        session.Record("other", clip, 12.5, sound: new TrackNetwork { DelayMs = 20, JitterMs = 60, Seed = 3 });

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        var beeps = await FlashAndBeep.BeepsAsync(session.Published(result, "master.m3u8"));
        Assert.Equal(4, beeps.Count);
        Assert.All(beeps, (beep, i) => Assert.InRange(beep - (13.5 + 5 * i), -0.040, 0.060));
    }

    [Fact]
    public async Task Sound_mixed_while_the_session_ran_is_taken_as_it_is_and_stays_in_step()
    {
        using var session = new PackagedSession();
        var clip = (await SyntheticClip.MakeAsync(60, 160, 90, 5)).Repeated(7, TimeSpan.FromMinutes(1));
        session.Record("cam1", clip, 0, TrackNetwork.Perfect, Busy);
        var sound = session.RawPath("cam1", "audio");
        var whole = await File.ReadAllBytesAsync(sound);
        await File.WriteAllBytesAsync(sound, whole[..(whole.Length * 6 / 10)]);
        Assert.Equal(1, await PrepareAsync(session, seconds: 250));
        await File.WriteAllBytesAsync(sound, whole[..(whole.Length * 97 / 100)]);
        Assert.Equal(1, await PrepareAsync(session, seconds: 405));
        await File.WriteAllBytesAsync(sound, whole);

        Assert.Equal(2, await TakenAsync(session));
        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        Assert.Equal([".lock", result.Replay!.Version], session.EverythingOutside().Order());
        var master = session.Published(result, "master.m3u8");
        var (flashes, beeps) = (await FlashAndBeep.FlashesAsync(master), await FlashAndBeep.BeepsAsync(master));
        Assert.Equal(84, flashes.Count);
        Assert.Equal(84, beeps.Count);
        Assert.All(flashes.Zip(beeps), (pair, i) => Assert.InRange(pair.Second - pair.First - 80e-6 * (1 + 5 * i), -0.040, 0.045));
    }

    [Fact]
    public async Task Sound_mixed_too_early_is_mixed_anew()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(230, 160, 90, 1), 0, sound: Busy);
        Assert.Equal(1, await PrepareAsync(session, seconds: 225));
        Assert.Equal(1, await TakenAsync(session));

        // A second microphone's file shows only afterwards: it belongs to the same minutes.
        session.Record("other", await SyntheticClip.MakeAsync(10, 160, 90, 1), 60, sound: Busy);

        Assert.Equal(0, await TakenAsync(session));
        Assert.Equal(1, await PrepareAsync(session, seconds: 225));
        Assert.Equal(1, await TakenAsync(session));
    }

    [Fact]
    public async Task Nothing_is_mixed_ahead_once_the_session_has_ended()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(230, 160, 90, 1), 0, sound: Busy);
        Assert.Equal(0, await PrepareAsync(session, seconds: 225, goesOn: false));
    }

    private static List<double> Values(IReadOnlyList<(double Time, double Value)> levels, double from, double to) =>
        [.. levels.Where(l => l.Time >= from && l.Time <= to).Select(l => l.Value)];

    private static Task<int> PrepareAsync(PackagedSession session, double seconds, bool goesOn = true) =>
        new SoundPreparation(session.Files, new FakeTimeProvider(PackagedSession.Start.AddSeconds(seconds)), NullLogger<SoundPreparation>.Instance)
            .MixAsync(new PackagingRequest("conference-1", session.Raw, session.Feeds, PackagedSession.Start), () => Task.FromResult(goesOn), CancellationToken.None);

    /// <summary>How many chunks the finished recording takes from the shelf.</summary>
    private static async Task<int> TakenAsync(PackagedSession session)
    {
        var timeline = SessionTimeline.Of([.. RawFolder.Read(session.Raw).Scan().Select(s => s.Part!)], session.Feeds);
        var scratch = Directory.CreateDirectory(Path.Combine(session.Scratch, "once-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture))).FullName;
        using var sound = new SoundTrack(timeline, new SoundGrid(PackagedSession.Start), session.Files.ShelfDirectory("conference-1"), scratch);
        await sound.MakeAsync(scratch, _ => { }, CancellationToken.None);
        return sound.Taken;
    }
}
