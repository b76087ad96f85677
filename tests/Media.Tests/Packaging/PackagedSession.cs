using Microsoft.Extensions.Logging.Abstractions;
using Training.Media.Packaging;
using Training.Media.Rooms;
using Training.Media.Storage;
using Training.TestKit.Media;

namespace Training.Media.Tests.Packaging;

/// <summary>A scratch directory with raw files in it, and the packager at work on them.</summary>
internal sealed class PackagedSession : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    public PackagedSession()
    {
        Raw = Directory.CreateDirectory(Path.Combine(Scratch, "raw")).FullName;
        Files = new MediaFiles(Path.Combine(Scratch, "replays"));
    }

    public string Scratch { get; } = Directory.CreateTempSubdirectory("replay-").FullName;

    public string Raw { get; }

    public MediaFiles Files { get; init; }

    public Dictionary<string, RecordedFeed> Feeds { get; } = new()
    {
        ["cam1"] = new RecordedFeed("trainer", FeedKind.Camera, "Camille"),
        ["cam2"] = new RecordedFeed("trainer", FeedKind.Camera, "Camille"),
        ["scr1"] = new RecordedFeed("trainer", FeedKind.Screen),
    };

    public void Record(string feed, SyntheticClip clip, double at = 0, TrackNetwork? picture = null, TrackNetwork? sound = null)
    {
        if (picture is not null)
            RawTrack.Write(RawPath(feed, "video", at), "h264", clip.Pictures, Start.AddSeconds(at), picture);
        if (sound is not null)
            RawTrack.Write(RawPath(feed, "audio", at), "opus", clip.Sound, Start.AddSeconds(at), sound);
    }

    public string RawPath(string feed, string kind, double at = 0) =>
        Path.Combine(Raw, $"videoroom-room-user-{feed}-{Start.AddSeconds(at).ToUnixTimeMilliseconds()}000-{kind}-0.mjr");

    public Task<PackagingResult> PackageAsync(CancellationToken cancellationToken = default) =>
        new ReplayPackager(Files, NullLogger<ReplayPackager>.Instance)
            .PackageAsync(new PackagingRequest("conference-1", Raw, Feeds, Start), cancellationToken);

    public string Published(PackagingResult result, string file) =>
        Files.Find("conference-1", result.Replay!.Version, file) ?? throw new FileNotFoundException(file);

    public IEnumerable<string> EverythingOutside() =>
        Directory.EnumerateFileSystemEntries(Path.Combine(Files.Root, "conference-1")).Select(f => Path.GetFileName(f)!);

    public void Dispose() => Directory.Delete(Scratch, recursive: true);
}
