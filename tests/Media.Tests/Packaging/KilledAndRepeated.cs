using System.Diagnostics;
using Training.Media.Packaging;
using Training.TestKit;
using Training.TestKit.Media;

namespace Training.Media.Tests.Packaging;

public sealed class KilledAndRepeated
{
    [Fact]
    public async Task Packaging_twice_publishes_once()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(6), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);

        var first = await session.PackageAsync();
        var second = await session.PackageAsync();

        Assert.False(first.AlreadyThere);
        Assert.True(second.AlreadyThere);
        Assert.Equal(first.Replay!.Version, second.Replay!.Version);
        Assert.Equal([".lock", first.Replay.Version], session.EverythingOutside().Order());
    }

    [Fact]
    public async Task Ten_packagers_at_once_publish_once_and_the_others_say_why()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(6), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => session.PackageAsync())));

        Assert.Single(results, r => r.Replay is not null && !r.AlreadyThere);
        Assert.All(results.Where(r => r.Replay is null), r => Assert.Equal(PackagingFailure.Busy, r.Failure));
        Assert.Single(session.EverythingOutside(), name => name.StartsWith('r'));
    }

    [Fact]
    public async Task Ffmpeg_killed_while_mixing_is_a_named_failure_and_the_next_run_publishes()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(240, 160, 90, 5), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);

        var packaging = Task.Run(() => session.PackageAsync());
        (await ToolOfAsync(session)).Kill();
        var killed = await packaging;

        Assert.Equal(PackagingFailure.ToolFailed, killed.Failure);
        Assert.Equal([".lock"], session.EverythingOutside());
        var again = await session.PackageAsync();
        Assert.Null(again.Detail);
        Assert.Single(session.EverythingOutside(), name => name.StartsWith('r'));
    }

    [Fact]
    public async Task What_a_killed_run_left_behind_is_cleared_and_never_served()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(3), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);
        var left = Directory.CreateDirectory(Path.Combine(session.Files.Root, "conference-1", ".work-of-a-dead-process"));
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "master.m3u8"), "partial");

        Assert.Null(session.Files.Find("conference-1", ".work-of-a-dead-process", "master.m3u8"));
        var result = await session.PackageAsync();

        Assert.Equal([".lock", result.Replay!.Version], session.EverythingOutside().Order());
    }

    [Fact]
    public async Task A_cancelled_run_leaves_no_ffmpeg_and_no_folder()
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(240, 160, 90, 5), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);
        using var stop = new CancellationTokenSource();

        var packaging = Task.Run(() => session.PackageAsync(stop.Token));
        var tool = await ToolOfAsync(session);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => packaging);
        await tool.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(10)).Token);
        Assert.Equal([".lock"], session.EverythingOutside());
    }

    /// <summary>The ffmpeg at work on this very session; others may run beside it.</summary>
    private static Task<Process> ToolOfAsync(PackagedSession session) => Eventually.SomeAsync(
        () => Process.GetProcessesByName("ffmpeg").FirstOrDefault(process => CommandLine(process).Contains(session.Scratch, StringComparison.Ordinal)),
        longestPause: TimeSpan.FromMilliseconds(1));

    private static string CommandLine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
