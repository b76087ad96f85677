using System.Diagnostics;
using Training.TestKit.Janus;

namespace Training.Media.Tests.Rooms;

/// <summary><c>infra/janus/start</c>, run for real.</summary>
[Collection(RoomsCollection.Name)]
public sealed class JanusStartTests(JanusFixture fixture)
{
    private string Janus => Path.Combine(fixture.Janus.Directory, "janus");

    [Fact]
    public void The_api_secret_is_random_and_for_the_product_alone()
    {
        var file = Path.Combine(Janus, "api-secret");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.True(File.ReadAllText(file).Length >= 40);
    }

    [Fact]
    public void Only_the_video_room_and_the_web_socket_are_there_to_load()
    {
        string[] loaded = [.. new[] { "plugins", "transports", "events", "loggers" }.SelectMany(kind => Directory.GetFiles(Path.Combine(Janus, "conf", kind))).Select(Path.GetFileName)!];
        Assert.Equal(["libjanus_videoroom.so", "libjanus_websockets.so"], loaded);
        var mapped = File.ReadLines($"/proc/{fixture.Janus.ProcessId}/maps").Select(line => Path.GetFileName(line.Split(' ')[^1])).Where(name => name.StartsWith("libjanus_", StringComparison.Ordinal)).Distinct();
        Assert.Equal(["libjanus_videoroom", "libjanus_websockets"], mapped.Select(name => name.Split('.')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Janus_runs_without_root_and_cannot_become_it()
    {
        var status = File.ReadLines($"/proc/{fixture.Janus.ProcessId}/status").Select(line => line.Split('\t')).ToDictionary(line => line[0], line => line[1]);
        Assert.NotEqual("0", status["Uid:"]);
        Assert.Equal("1", status["NoNewPrivs:"]);
        Assert.Contains(status["CapEff:"].TrimStart('0'), (string[])["", "4"]); // at most: read what others may not
    }

    [Fact]
    public void What_was_asked_is_in_the_configuration_and_nothing_of_debian_s()
    {
        var configuration = File.ReadAllText(Path.Combine(Janus, "conf", "janus.jcfg"));
        Assert.DoesNotContain("@", configuration);
        Assert.DoesNotContain("/etc/janus", configuration);
        Assert.DoesNotContain("admin_secret", configuration);
        Assert.DoesNotContain("stun_server", configuration);
    }

    [Theory]
    [InlineData("--dir", "relative", "--ws-port", "18188", "--rtp-range", "40000-40100")]
    [InlineData("--dir", "/tmp/x", "--ws-port", "http", "--rtp-range", "40000-40100")]
    [InlineData("--dir", "/tmp/x", "--ws-port", "18188", "--rtp-range", "all")]
    [InlineData("--dir", "/tmp/x\"y", "--ws-port", "18188", "--rtp-range", "40000-40100")]
    [InlineData("--dir", "/tmp/x", "--ws-port", "18188", "--rtp-range", "40000-40100", "--nat-1-1", "1.2.3.4\"\nevil")]
    [InlineData("--dir", "/tmp/x", "--ws-port", "18188", "--rtp-range", "40000-40100", "--interface", "eth0\"")]
    [InlineData("--dir", "/tmp/x", "--ws-port", "18188", "--rtp-range", "40000-40100", "--else", "x")]
    public async Task A_wrong_option_is_said_and_nothing_starts(params string[] options)
    {
        using var start = Process.Start(new ProcessStartInfo(JanusProcess.StartScript, options) { RedirectStandardError = true })!;
        var said = await start.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await start.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, start.ExitCode);
        Assert.StartsWith("janus/start: ", said, StringComparison.Ordinal);
    }
}
