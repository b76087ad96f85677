using System.Globalization;
using System.Net;
using Training.Media.Rooms;
using Training.TestKit;
using Training.TestKit.Janus;

namespace Training.Media.Tests.Rooms;

/// <summary>Each has a Janus of its own, to hurt.</summary>
[Collection(RoomsCollection.Name)]
public sealed class RoomFaultTests(Chromium chromium)
{
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_process_claims_the_lines_while_media_goes_on()
    {
        await using var janus = await JanusProcess.StartAsync();
        var first = JanusFixture.New(janus);
        var plan = JanusFixture.Plan(janus);
        var (_, trainer, agent, leg) = await RoomPage.OnAirAsync(chromium.Browser, first, plan);
        var key = agent.Line.ResumeKey;
        await first.DisposeAsync();
        await agent.GoesOnAsync(leg);

        await using var second = JanusFixture.New(janus);
        agent.Line = Assert.IsType<IRoomLine>(await second.ConnectAsync(plan, agent, key, _token), exactMatch: false);
        await agent.RestartAsync(leg);
        await agent.GoesOnAsync(leg);
        await trainer.DisposeAsync();
        await agent.DisposeAsync();
    }

    [Fact]
    public async Task After_kill_9_of_the_engine_the_room_is_made_again_and_both_parts_are_kept()
    {
        await using var janus = await JanusProcess.StartAsync();
        await using var rooms = JanusFixture.New(janus);
        var plan = JanusFixture.Plan(janus);
        var (_, trainer, agent, leg) = await RoomPage.OnAirAsync(chromium.Browser, rooms, plan);
        await rooms.SetRecordingAsync(plan, true, _token);
        await agent.GoesOnAsync(leg);
        await janus.KillAsync();
        Assert.Equal(RoomRefusal.Unavailable, await JanusRoomsTests.RefusalOf(() => rooms.PingAsync(_token)));

        await janus.RestartAsync();
        await trainer.HearsAsync("line lost");
        await agent.HearsAsync("line lost");
        await rooms.OpenAsync(plan, _token);
        await rooms.SetRecordingAsync(plan, true, _token);
        await trainer.ReconnectAsync(rooms, plan);
        await agent.ReconnectAsync(rooms, plan);
        await trainer.HearsAsync($"media {await trainer.PublishAsync("camera-again")} up");
        await agent.GoesOnAsync(await agent.WatchAsync("camera-again"));
        await rooms.CloseAsync(plan, _token);
        Assert.Equal(4, Directory.GetFiles(plan.RecordingDirectory, "*.mjr").Length);
        await trainer.DisposeAsync();
        await agent.DisposeAsync();
    }

    [Fact]
    public async Task A_hung_engine_is_seen_by_its_silence_and_media_goes_on_when_it_wakes()
    {
        await using var janus = await JanusProcess.StartAsync();
        var options = janus.Options();
        options.RequestTimeout = TimeSpan.FromSeconds(1);
        await using var rooms = JanusFixture.New(options);
        var plan = JanusFixture.Plan(janus);
        var (_, trainer, agent, leg) = await RoomPage.OnAirAsync(chromium.Browser, rooms, plan);
        janus.Freeze();
        Assert.Equal(RoomRefusal.TimedOut, await JanusRoomsTests.RefusalOf(() => rooms.PingAsync(_token)));
        Assert.Equal(RoomRefusal.TimedOut, await JanusRoomsTests.RefusalOf(() => rooms.OpenAsync(plan, _token)));
        janus.Thaw();
        await agent.GoesOnAsync(leg);
        await rooms.OpenAsync(plan, _token);
        await trainer.DisposeAsync();
        await agent.DisposeAsync();
    }

    [Fact]
    public async Task A_broken_socket_is_made_again_and_lines_are_kept()
    {
        await using var janus = await JanusProcess.StartAsync();
        await using var relay = new TcpRelay(janus.Port);
        var options = janus.Options();
        options.Url = $"ws://127.0.0.1:{relay.Port}";
        await using var rooms = JanusFixture.New(options);
        var plan = JanusFixture.Plan(janus);
        var (_, trainer, agent, leg) = await RoomPage.OnAirAsync(chromium.Browser, rooms, plan);
        relay.Cut();
        await agent.GoesOnAsync(leg);
        await Eventually.TrueAsync(() => relay.Connections == 2);
        await agent.RestartAsync(leg);
        await trainer.Line.HangUpAsync(trainer.PublishedLeg!, _token);
        await agent.HearsAsync($"leg lost {leg}");
        Assert.DoesNotContain(agent.Words, word => word.StartsWith("line lost", StringComparison.Ordinal));
        await trainer.DisposeAsync();
        await agent.DisposeAsync();
    }

    [Fact]
    public async Task Signalling_listens_on_loopback_alone_and_nothing_else_listens()
    {
        await using var janus = await JanusProcess.StartAsync();
        Assert.Equal([new IPEndPoint(IPAddress.Loopback, janus.Port)], Listening(janus.ProcessId));
        Assert.Empty(Sockets(janus.ProcessId, "udp").Concat(Sockets(janus.ProcessId, "udp6")));
    }

    private static List<IPEndPoint> Listening(int process) =>
        [.. Sockets(process, "tcp").Where(s => s[3] == "0A").Select(s => Address(s[1])), .. Sockets(process, "tcp6").Where(s => s[3] == "0A").Select(_ => new IPEndPoint(IPAddress.IPv6Any, 0))];

    private static List<string[]> Sockets(int process, string protocol)
    {
        var own = Directory.GetFiles($"/proc/{process}/fd").Select(fd => new FileInfo(fd).LinkTarget).ToHashSet();
        var lines = File.ReadLines($"/proc/{process}/net/{protocol}").Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return [.. lines.Where(line => own.Contains($"socket:[{line[9]}]"))];
    }

    private static IPEndPoint Address(string hex) =>
        new(Convert.ToUInt32(hex[..8], 16), int.Parse(hex[9..], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
