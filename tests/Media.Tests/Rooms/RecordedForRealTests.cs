using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Training.Media.Packaging;
using Training.Media.Recording;
using Training.Media.Rooms;
using Training.Media.Storage;
using Training.TestKit;
using Training.TestKit.Media;

namespace Training.Media.Tests.Rooms;

/// <summary>The whole media path on real parts: Chromium's camera and microphone → the engine's raw files → a replay.</summary>
[Collection(RoomsCollection.Name)]
public sealed class RecordedForRealTests(JanusFixture fixture)
{
    private static readonly TimeSpan Recorded = TimeSpan.FromSeconds(16);
    private readonly CancellationToken token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flash_and_its_beep_are_together_in_the_replay_and_it_lasts_as_long_as_was_recorded()
    {
        using var files = new TemporaryDirectory();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = await FakeCapture.ArgumentsAsync(files.Path) });
        var plan = fixture.Plan();
        await fixture.Rooms.OpenAsync(plan, token);
        await using var trainer = await RoomPage.EnterAsync(chromium, fixture.Rooms, plan);
        await trainer.PublishAsync("camera");
        await trainer.HearsAsync("media");

        var length = await RecordAsync(plan);
        var result = await PackageAsync(files, plan);

        Assert.Null(result.Detail);
        Assert.All(RawFolder(plan), file => Assert.NotEmpty(RawScan.Of(file, RawTrackName.Parse(Path.GetFileName(file))!).Part!.Captures));
        Assert.Empty(result.Replay!.Notices);
        Assert.InRange(result.Replay.Duration - length.TotalSeconds, -1, 1);
        var master = Path.Combine(files.Path, "replays", "real", result.Replay.Version, "master.m3u8");
        var (flashes, beeps) = (await FlashAndBeep.FlashesAsync(master), await FlashAndBeep.BeepsAsync(master));
        TestContext.Current.TestOutputHelper?.WriteLine($"flashes {string.Join(' ', flashes)} beeps {string.Join(' ', beeps)}");
        Assert.True(flashes.Count >= 2 && beeps.Count >= 2);
        // Chromium's two files are up to 50 ms apart, and a starved Chromium lets its camera file slip further and further: the
        // pair that slipped least tells. A replay whose tracks are misaligned has no such pair.
        Assert.InRange(flashes.Where(flash => flash > 0.3).Min(flash => beeps.Min(beep => Math.Abs(beep - flash))), 0, 0.150);
        await fixture.Rooms.CloseAsync(plan, token);
    }

    private static string[] RawFolder(RoomPlan plan) => Directory.GetFiles(plan.RecordingDirectory, "*.mjr");

    private async Task<TimeSpan> RecordAsync(RoomPlan plan)
    {
        var before = TimeProvider.System.GetTimestamp();
        await fixture.Rooms.SetRecordingAsync(plan, true, token);
        await Eventually.TrueAsync(() => TimeProvider.System.GetElapsedTime(before) > Recorded, TimeSpan.FromMinutes(1));
        await fixture.Rooms.SetRecordingAsync(plan, false, token);
        return TimeProvider.System.GetElapsedTime(before);
    }

    private Task<PackagingResult> PackageAsync(TemporaryDirectory files, RoomPlan plan) =>
        new ReplayPackager(new MediaFiles(files.Make("replays")), NullLogger<ReplayPackager>.Instance).PackageAsync(
            new PackagingRequest("real", plan.RecordingDirectory, new Dictionary<string, RecordedFeed> { ["camera"] = new("trainer", FeedKind.Camera) }), token);
}
