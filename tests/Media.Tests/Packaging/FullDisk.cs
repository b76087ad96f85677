using System.Diagnostics;
using Training.Media.Packaging;
using Training.Media.Storage;
using Training.TestKit.Media;

namespace Training.Media.Tests.Packaging;

/// <summary>
/// ffmpeg's HLS muxer reports success on a full disk. The small disk is a tmpfs in a private mount namespace, so the part
/// that needs it runs this same assembly again inside it.
/// </summary>
public sealed class FullDisk
{
    private const string SmallDisk = "TRAINING_TEST_SMALL_DISK";

    [Fact]
    public async Task A_full_disk_publishes_nothing_and_once_there_is_space_the_replay_appears()
    {
        var disk = Directory.CreateTempSubdirectory("small-disk-").FullName;
        var start = new ProcessStartInfo("unshare") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-Urm", "sh", "-c", "mount -t tmpfs -o size=400k tmpfs \"$1\" && exec dotnet \"$2\" -explicit only -method \"$3\"",
            "sh", disk, typeof(FullDisk).Assembly.Location, $"{typeof(FullDisk).FullName}.{nameof(Inside_the_small_disk)}"])
            start.ArgumentList.Add(argument);
        start.Environment[SmallDisk] = disk;

        using var inside = Process.Start(start)!;
        var output = await inside.StandardOutput.ReadToEndAsync();
        await inside.WaitForExitAsync();

        Assert.Contains("Total: 1, Errors: 0, Failed: 0", output, StringComparison.Ordinal);
        Directory.Delete(disk);
    }

    [Fact(Explicit = true)]
    public async Task Inside_the_small_disk()
    {
        var disk = Environment.GetEnvironmentVariable(SmallDisk) ?? throw new InvalidOperationException("run by the test above");
        using var session = new PackagedSession { Files = new MediaFiles(Path.Combine(disk, "replays")) };
        // Sound alone: 96 kbit/s come out of 32 kbit/s, so space runs out in the middle of ffmpeg's work, not at the first check.
        session.Record("cam1", await SyntheticClip.MakeAsync(40, noise: true), 0, sound: TrackNetwork.Perfect);

        var full = await session.PackageAsync();
        Assert.Equal(PackagingFailure.DiskFull, full.Failure);
        Assert.Equal([".lock"], session.EverythingOutside());

        await Process.Start("mount", ["-o", "remount,size=64m", disk]).WaitForExitAsync();
        var again = await session.PackageAsync();
        Assert.Null(again.Detail);
        Assert.InRange(again.Replay!.Duration, 39, 41);
    }
}
