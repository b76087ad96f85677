using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Training.Media.Packaging;
using Training.Media.Rooms;
using Training.Media.Storage;
using Training.Portal.Features.Recordings;
using Training.TestKit.Media;

namespace Training.Benchmarks;

/// <summary>
/// How long after its end a session's replay is ready: one camera at 720p, one screen, two microphones. Its sound has been
/// mixed ahead as the Scheduler does, for the last time as long before the end as can be.
/// </summary>
internal static class ReplayReadyTime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    public static async Task<(TimeSpan Session, TimeSpan Ready, long RawBytes)> MeasureAsync(int minutes)
    {
        var scratch = Directory.CreateTempSubdirectory("replay-bench-").FullName;
        try
        {
            await RecordAsync(scratch, minutes);
            var files = new MediaFiles(Path.Combine(scratch, "replays"));
            var request = new PackagingRequest("bench", Path.Combine(scratch, "raw"), Feeds, Start);
            var clock = new FakeTimeProvider(Start.AddMinutes(minutes) - PreparationDesk.Rhythm);
            await new SoundPreparation(files, clock, NullLogger<SoundPreparation>.Instance).MixAsync(request, () => Task.FromResult(true), CancellationToken.None);
            var packager = new ReplayPackager(files, NullLogger<ReplayPackager>.Instance);
            var watch = Stopwatch.StartNew();
            var result = await packager.PackageAsync(request, CancellationToken.None);
            return result.Replay is { } replay
                ? (TimeSpan.FromSeconds(replay.Duration), watch.Elapsed, replay.Raw.Sum(r => r.Bytes))
                : throw new InvalidOperationException(result.Detail);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static Dictionary<string, RecordedFeed> Feeds { get; } = new()
    {
        ["cam1"] = new RecordedFeed("trainer", FeedKind.Camera),
        ["scr1"] = new RecordedFeed("trainer", FeedKind.Screen),
        ["cam2"] = new RecordedFeed("agent", FeedKind.Camera),
    };

    private static async Task RecordAsync(string scratch, int minutes)
    {
        var raw = Directory.CreateDirectory(Path.Combine(scratch, "raw")).FullName;
        var minute = TimeSpan.FromMinutes(1);
        var camera = (await SyntheticClip.MakeAsync(60, 1280, 720, 25, noise: true)).Repeated(minutes, minute);
        var screen = (await SyntheticClip.MakeAsync(60, 1280, 720, 5)).Repeated(minutes, minute);
        RawTrack.Write(Path.Combine(raw, "cam1-video-0.mjr"), "h264", camera.Pictures, Start, TrackNetwork.Perfect);
        RawTrack.Write(Path.Combine(raw, "cam1-audio-0.mjr"), "opus", camera.Sound, Start, TrackNetwork.Perfect);
        RawTrack.Write(Path.Combine(raw, "cam2-audio-0.mjr"), "opus", camera.Sound, Start, TrackNetwork.Perfect);
        RawTrack.Write(Path.Combine(raw, "scr1-video-0.mjr"), "h264", screen.Pictures, Start, TrackNetwork.Perfect);
    }
}
