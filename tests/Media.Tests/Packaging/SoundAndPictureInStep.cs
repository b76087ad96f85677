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
}
