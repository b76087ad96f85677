using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Training.Media.Rooms;
using Training.TestKit;

namespace Training.Media.Tests.Rooms;

/// <summary>A page in Chromium, whose signalling this test relays to a line.</summary>
internal sealed class RoomPage : HeardFromEngine, IAsyncDisposable
{
    private readonly IPage _page;
    private readonly Queue<Task> _toPage = new();

    private RoomPage(IPage page) => _page = page;

    public IRoomLine Line { get; set; } = null!;

    /// <summary>What Chromium offered and answered, as it was.</summary>
    public List<string> Descriptions { get; } = [];

    public string? PublishedLeg { get; private set; }

    public static async Task<RoomPage> EnterAsync(IBrowser browser, IRoomProvider rooms, RoomPlan plan)
    {
        var page = await browser.NewPageAsync();
        var room = new RoomPage(page);
        await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html", Path = Path.Combine(AppContext.BaseDirectory, "Rooms", "room-page.html") }));
        await page.ExposeFunctionAsync<JsonElement, Task<object?>>("signalAll", room.RelayAsync);
        await page.GotoAsync("http://localhost/");
        await page.ClickAsync("#picture"); // the gesture that lets sound play
        room.Line = (await rooms.ConnectAsync(plan, room, null, CancellationToken.None))!;
        return room;
    }

    /// <summary>A room with a trainer's camera on air and an agent who watches it.</summary>
    public static async Task<(RoomPlan Plan, RoomPage Trainer, RoomPage Agent, string Leg)> OnAirAsync(IBrowser browser, IRoomProvider rooms, RoomPlan plan)
    {
        await rooms.OpenAsync(plan, CancellationToken.None);
        var trainer = await EnterAsync(browser, rooms, plan);
        await trainer.PublishAsync("camera");
        await trainer.HearsAsync("media");
        var agent = await EnterAsync(browser, rooms, plan);
        var leg = await agent.WatchAsync("camera");
        await agent.GoesOnAsync(leg);
        return (plan, trainer, agent, leg);
    }

    public async Task ReconnectAsync(IRoomProvider rooms, RoomPlan plan) => Line = (await rooms.ConnectAsync(plan, this, null, CancellationToken.None))!;

    public async Task<string> PublishAsync(string feedKey) => PublishedLeg = await _page.EvaluateAsync<string>("key => publish(key)", feedKey);

    public Task<string> WatchAsync(string feedKey) => _page.EvaluateAsync<string>("key => watch(key)", feedKey);

    public Task<T> CallAsync<T>(string script, string leg) => _page.EvaluateAsync<T>($"leg => {script}", leg);

    public Task<Received> ReceivedAsync(string leg) => CallAsync<Received>("received(leg)", leg);

    /// <summary>Restarts ICE of a leg, and waits until its packets go the new way.</summary>
    public async Task RestartAsync(string leg)
    {
        await CallAsync<object?>(leg == PublishedLeg ? "restartPublish(leg)" : "restartWatch(leg)", leg);
        await Eventually.TrueAsync(() => CallAsync<bool>("onNewIce(leg)", leg), () => $"the restarted ICE of leg {leg}; {string.Join(" | ", Words)}");
    }

    /// <summary>Waits until picture, sound and clock all have gone on from where they are now.</summary>
    public async Task GoesOnAsync(string leg)
    {
        var before = await ReceivedAsync(leg);
        var now = before;
        await Eventually.TrueAsync(
            async () =>
            {
                now = await ReceivedAsync(leg);
                return now.Frames > before.Frames + 5 && now.Energy > before.Energy && now.Time > before.Time;
            },
            () => $"more is received: {before} then {now}; {string.Join(" | ", Words)}",
            TimeSpan.FromSeconds(15));
    }

    private async Task<object?> RelayAsync(JsonElement call)
    {
        var args = call.GetProperty("args");
        string Text(int i) => args[i].GetString()!;
        switch (call.GetProperty("method").GetString())
        {
            case "publish":
                Descriptions.Add(Text(1));
                return Plain(await Line.PublishAsync(Text(0), Text(1), CancellationToken.None));
            case "watch":
                return Plain(await Line.WatchAsync(Text(0), CancellationToken.None));
            case "restartPublish":
                return Plain(await Line.RestartPublishAsync(Text(0), Text(1), CancellationToken.None));
            case "restartWatch":
                return Plain(await Line.RestartWatchAsync(Text(0), CancellationToken.None));
            case "answer":
                Descriptions.Add(Text(1));
                await Line.AnswerAsync(Text(0), Text(1), CancellationToken.None);
                return null;
            default:
                await Line.TrickleAsync(Text(0), Candidate(args), CancellationToken.None);
                return null;
        }
    }

    private static IceCandidate? Candidate(JsonElement args)
    {
        if (args[1].ValueKind == JsonValueKind.Null) return null;
        return new IceCandidate(args[1].GetString()!, args[2].GetString(), args[3].ValueKind == JsonValueKind.Number ? args[3].GetInt32() : null);
    }

    private static object Plain(LegSdp leg) => new { leg = leg.Leg, sdp = leg.Sdp };

    public override void OnCandidate(string leg, IceCandidate? candidate)
    {
        base.OnCandidate(leg, candidate);
        var plain = candidate is null ? null : new { candidate = candidate.Candidate, sdpMid = candidate.SdpMid, sdpMLineIndex = candidate.SdpMLineIndex };
        lock (_toPage) _toPage.Enqueue(_page.EvaluateAsync("([leg, candidate]) => heardCandidate(leg, candidate)", new object?[] { leg, plain }));
    }

    public async ValueTask DisposeAsync()
    {
        await Line.DisposeAsync();
        await _page.CloseAsync();
    }
}

internal sealed class Received
{
    public int Frames { get; set; }
    public double Energy { get; set; }
    public double Time { get; set; }
    public int Width { get; set; }
    public string[] Sizes { get; set; } = [];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Frames} frames, energy {Energy}, at {Time} s, sizes {string.Join(',', Sizes)}");
}
