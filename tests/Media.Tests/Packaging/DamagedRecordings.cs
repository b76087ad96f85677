using Training.Media.Packaging;
using Training.TestKit.Media;

namespace Training.Media.Tests.Packaging;

/// <summary>Facts B.2 of the fault list: what a raw file may have suffered, and what must still come out.</summary>
public sealed class DamagedRecordings
{
    [Theory]
    [InlineData("cut at 75 %", 7.0)]
    [InlineData("cut at 25 %", 2.0)]
    [InlineData("one byte removed", 8.5)]
    [InlineData("4 KB removed", 8.5)]
    [InlineData("4 KB of zeros", 8.5)]
    [InlineData("header overwritten", 8.5)]
    public async Task What_is_left_of_a_damaged_file_is_published_with_a_notice(string damage, double leastSecondsHeard)
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(10), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);
        foreach (var file in Directory.GetFiles(session.Raw))
            await File.WriteAllBytesAsync(file, Damaged(await File.ReadAllBytesAsync(file), damage));

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        Assert.Contains(result.Replay!.Notices, n => n.Kind == ReplayNoticeKind.PartDamaged);
        Assert.InRange(result.Replay.Duration, leastSecondsHeard, 10.5);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("header only")]
    [InlineData("zeros only")]
    public async Task An_unreadable_file_is_named_and_the_rest_is_published(string damage)
    {
        using var session = new PackagedSession();
        var clip = await SyntheticClip.MakeAsync(10);
        session.Record("cam1", clip, 0, TrackNetwork.Perfect, TrackNetwork.Perfect);
        session.Record("scr1", clip, 0, TrackNetwork.Perfect);
        var screen = session.RawPath("scr1", "video");
        await File.WriteAllBytesAsync(screen, Damaged(await File.ReadAllBytesAsync(screen), damage));

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        Assert.Equal(ReplayNoticeKind.PartUnreadable, Assert.Single(result.Replay!.Notices).Kind);
        Assert.Single(result.Replay.Pictures);
        Assert.InRange(result.Replay.Duration, 9, 11);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("header only")]
    [InlineData("zeros only")]
    public async Task Nothing_usable_is_never_published(string damage)
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(2), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);
        foreach (var file in Directory.GetFiles(session.Raw))
            await File.WriteAllBytesAsync(file, Damaged(await File.ReadAllBytesAsync(file), damage));

        var result = await session.PackageAsync();

        Assert.Equal(PackagingFailure.NothingUsable, result.Failure);
        Assert.Equal([".lock"], session.EverythingOutside());
    }

    [Fact]
    public async Task No_raw_file_at_all_is_said_plainly()
    {
        using var session = new PackagedSession();
        Assert.Equal(PackagingFailure.NothingRecorded, (await session.PackageAsync()).Failure);
        Directory.Delete(session.Raw);
        Assert.Equal(PackagingFailure.NothingRecorded, (await session.PackageAsync()).Failure);
    }

    private static byte[] Damaged(byte[] file, string damage)
    {
        var middle = file.Length / 2;
        return damage switch
        {
            "cut at 75 %" => file[..(file.Length * 3 / 4)],
            "cut at 25 %" => file[..(file.Length / 4)],
            "one byte removed" => [.. file[..middle], .. file[(middle + 1)..]],
            "4 KB removed" => [.. file[..middle], .. file[(middle + 4096)..]],
            "4 KB of zeros" => [.. file[..middle], .. new byte[4096], .. file[(middle + 4096)..]],
            "header overwritten" => [.. new byte[40], .. file[40..]],
            "empty" => [],
            "header only" => file[..(file.AsSpan().IndexOf("MEET"u8))],
            "zeros only" => new byte[file.Length],
            _ => throw new ArgumentOutOfRangeException(nameof(damage)),
        };
    }
}
