using Training.Media.Packaging;
using Training.Media.Storage;
using Training.TestKit.Media;

namespace Training.Media.Tests.Packaging;

public sealed class HostileNames
{
    [Theory]
    [InlineData("../manifest.json")]
    [InlineData("..\\manifest.json")]
    [InlineData("..%2fmanifest.json")]
    [InlineData("/etc/passwd")]
    [InlineData("manifest.json\n")]
    [InlineData("manifest.json\0.m4s")]
    [InlineData("-i")]
    [InlineData(".lock")]
    [InlineData("MANIFEST.JSON")]
    [InlineData("picture1-00001.m4s;.mp4")]
    [InlineData("")]
    public async Task A_name_that_is_not_ours_finds_nothing(string name)
    {
        using var session = new PackagedSession();
        session.Record("cam1", await SyntheticClip.MakeAsync(2), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);
        var version = (await session.PackageAsync()).Replay!.Version;

        Assert.Null(session.Files.Find("conference-1", version, name));
        Assert.Null(session.Files.Find("conference-1", name, "manifest.json"));
        Assert.Null(session.Files.Find(name, version, "manifest.json"));
        Assert.NotNull(session.Files.Find("conference-1", version, "manifest.json"));
    }

    [Fact]
    public async Task Raw_files_with_hostile_names_are_not_opened_and_hostile_labels_stay_text()
    {
        using var session = new PackagedSession();
        session.Feeds["cam1"] = new RecordedFeed("trainer", Training.Media.Rooms.FeedKind.Camera, "-y\n/etc/passwd\"; $(reboot) ../../x");
        session.Record("cam1", await SyntheticClip.MakeAsync(3), 0, TrackNetwork.Perfect, TrackNetwork.Perfect);
        foreach (var name in (string[])["-i-video-0.mjr", "a\nb-video-0.mjr", "a b-video-0.mjr", "$(x)-audio-0.mjr", "..-video-0.mjr", new string('a', 200) + "-video-0.mjr"])
            File.Copy(session.RawPath("cam1", "video"), Path.Combine(session.Raw, name));
        File.CreateSymbolicLink(Path.Combine(session.Raw, "linked-video-0.mjr"), session.RawPath("cam1", "video"));

        var result = await session.PackageAsync();

        Assert.Null(result.Detail);
        Assert.Equal(2, result.Replay!.Raw.Count);
        Assert.Equal(session.Feeds["cam1"].Label, Assert.Single(result.Replay.Pictures).Label);
    }

    [Fact]
    public void A_replay_key_that_is_not_a_plain_word_is_refused()
    {
        var files = new MediaFiles(Path.GetTempPath());
        Assert.Throws<ArgumentException>(() => files.Remove("../x"));
        Assert.Throws<ArgumentException>(() => files.RemoveVersionsExcept("", "r0"));
    }
}
