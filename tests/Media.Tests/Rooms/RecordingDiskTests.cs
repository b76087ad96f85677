using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Training.Media.Packaging;
using Training.Media.Rooms;
using Training.Media.Storage;
using Training.TestKit;
using Training.TestKit.Janus;

namespace Training.Media.Tests.Rooms;

/// <summary>
/// The disk of raw recordings fills while they are written. The engine says nothing, drops what did not fit and goes on in
/// the middle of a frame. The small disk is a tmpfs in a private mount namespace, where this assembly runs again.
/// </summary>
[Collection(RoomsCollection.Name)]
public sealed class RecordingDiskTests(Chromium chromium)
{
    private const string SmallDisk = "TRAINING_TEST_SMALL_DISK";
    private readonly CancellationToken token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_the_disk_of_recordings_is_full_the_session_goes_on_and_the_replay_holds_what_was_whole()
    {
        var disk = Directory.CreateTempSubdirectory("small-disk-").FullName;
        string[] unshare = Environment.UserName == "root" ? ["-m"] : ["-Um", "-c", "--keep-caps"];
        var start = new ProcessStartInfo("unshare") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. unshare, "sh", "-c", "mount -t tmpfs -o size=2m,mode=755 tmpfs \"$1\" && exec dotnet \"$2\" -explicit only -method \"$3\"",
            "sh", disk, typeof(RecordingDiskTests).Assembly.Location, $"{typeof(RecordingDiskTests).FullName}.{nameof(Inside_the_small_disk)}"])
            start.ArgumentList.Add(argument);
        start.Environment[SmallDisk] = disk;

        using var inside = Process.Start(start)!;
        var output = await inside.StandardOutput.ReadToEndAsync(token);
        await inside.WaitForExitAsync(token);

        Assert.Contains("Total: 1, Errors: 0, Failed: 0", output, StringComparison.Ordinal);
        Directory.Delete(disk);
    }

    [Fact(Explicit = true)]
    public async Task Inside_the_small_disk()
    {
        var disk = Environment.GetEnvironmentVariable(SmallDisk) ?? throw new InvalidOperationException("run by the test above");
        using var files = new TemporaryDirectory();
        await using var janus = await JanusProcess.StartAsync(recordDirectory: Path.Combine(disk, "recordings"));
        await using var rooms = JanusFixture.New(janus);
        var ballast = Path.Combine(disk, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[1 << 20], token);
        var plan = JanusFixture.Plan(janus);
        var (_, trainer, agent, leg) = await RoomPage.OnAirAsync(chromium.Browser, rooms, plan);
        await rooms.SetRecordingAsync(plan, true, token);

        await Eventually.TrueAsync(() => new DriveInfo(disk).AvailableFreeSpace == 0, TimeSpan.FromMinutes(1), "a full disk");
        await agent.GoesOnAsync(leg);
        var full = Written(plan);
        File.Delete(ballast);
        await Eventually.TrueAsync(() => Written(plan) > full + (200 << 10), TimeSpan.FromMinutes(1), "recording that goes on");
        await agent.GoesOnAsync(leg);
        await rooms.SetRecordingAsync(plan, false, token);
        await rooms.CloseAsync(plan, token);

        var result = await new ReplayPackager(new MediaFiles(files.Make("replays")), NullLogger<ReplayPackager>.Instance).PackageAsync(
            new PackagingRequest("full", plan.RecordingDirectory, new Dictionary<string, RecordedFeed> { ["camera"] = new("trainer", FeedKind.Camera) }), token);
        Assert.Null(result.Detail);
        Assert.Contains(result.Replay!.Notices, notice => notice.Kind == ReplayNoticeKind.PartDamaged);
        Assert.NotEmpty(result.Replay.Pictures);
        Assert.InRange(result.Replay.Duration, 1, 120);
        await trainer.DisposeAsync();
        await agent.DisposeAsync();
    }

    private static long Written(RoomPlan plan) => Directory.GetFiles(plan.RecordingDirectory).Sum(file => new FileInfo(file).Length);
}
