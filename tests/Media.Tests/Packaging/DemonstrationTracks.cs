using Microsoft.Extensions.Logging.Abstractions;
using Training.Media.Packaging;
using Training.Media.Recording;
using Training.Media.Rooms;
using Training.Media.Storage;
using Training.TestKit;

namespace Training.Media.Tests.Packaging;

public sealed class DemonstrationTracks
{
    [Fact]
    public async Task The_demonstration_becomes_a_replay_of_the_day_it_is_moved_to()
    {
        using var files = new TemporaryDirectory();
        var start = new DateTimeOffset(2026, 11, 19, 13, 0, 0, TimeSpan.Zero);
        var raw = files.Make("raw");
        RawTracks.CopyAt(Path.Combine(Repository.Root, "infra/demo/raw"), raw, start);
        var feeds = new Dictionary<string, RecordedFeed>
        {
            ["demo-camera"] = new("1", FeedKind.Camera),
            ["demo-screen"] = new("1", FeedKind.Screen),
        };

        var result = await new ReplayPackager(new MediaFiles(files.Make("replays")), NullLogger<ReplayPackager>.Instance)
            .PackageAsync(new PackagingRequest("1", raw, feeds, start), CancellationToken.None);

        Assert.Null(result.Detail);
        Assert.InRange(result.Replay!.Origin - start, TimeSpan.FromMilliseconds(-50), TimeSpan.FromSeconds(1));
        Assert.InRange(result.Replay.Duration, 60, 90);
        Assert.Equal([FeedKind.Camera, FeedKind.Screen], result.Replay.Pictures.Select(p => p.Kind));
        Assert.Empty(result.Replay.Notices);
        Assert.Empty(result.Replay.Gaps);
    }
}
