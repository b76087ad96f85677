using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Training.Portal.Features.Live.Stages;
using Training.Portal.Features.Membership;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Live;

/// <summary>A bare client of the hub: what a page's script could send, and whatever else one could make up.</summary>
public sealed class RoomVisitor : IAsyncDisposable
{
    private static readonly string[] Names =
    [
        "Entered", "LineReady", "LineLost", "Offer", "Answer", "Candidate", "LegLost", "StageChanged", "StateChanged", "PresenceCount", "ChatLines", "Refused", "Replaced", "SentOut",
    ];

    private readonly ConcurrentQueue<(string Name, JsonElement Message)> heard = new();

    private RoomVisitor(HubConnection hub) => Hub = hub;

    public HubConnection Hub { get; }

    public static Task<RoomVisitor> ConnectAsync(LiveStage stage, Member member, int conference, Action<HubConnection>? change = null) =>
        ConnectAsync(stage, member, conference.ToString(CultureInfo.InvariantCulture), change);

    public static async Task<RoomVisitor> ConnectAsync(LiveStage stage, Member member, string conference, Action<HubConnection>? change = null)
    {
        var cookie = await stage.CookieAsync(member);
        var hub = new HubConnectionBuilder().WithUrl(new Uri(stage.Address, $"hub/salle?conference={conference}"), options =>
        {
            options.Cookies.Add(stage.Address, cookie);
            options.Headers["Origin"] = stage.Address.GetLeftPart(UriPartial.Authority);
        }).Build();
        // As the page does: SignalR's own 15 s would race with the server's patience of 15 s.
        hub.KeepAliveInterval = RoomTimes.Ping;
        change?.Invoke(hub);
        var visitor = new RoomVisitor(hub);
        visitor.Listen();
        await hub.StartAsync();
        return visitor;
    }

    /// <summary>Enters and returns what <c>Entered</c> said.</summary>
    public async Task<JsonElement> EnterAsync(Guid? participation = null, long afterLine = 0)
    {
        await SendAsync("Enter", new { page = Guid.NewGuid(), participation, legs = Array.Empty<string>(), afterLine });
        return await HearAsync("Entered");
    }

    public Task SendAsync(string name, object? call = null) => call is null ? Hub.SendAsync(name) : Hub.SendAsync(name, call);

    /// <summary>The first message of this name that satisfies the condition, among all that came or will come.</summary>
    public async Task<JsonElement> HearAsync(string name, Func<JsonElement, bool>? such = null, TimeSpan? within = null)
    {
        var found = await Eventually.SomeAsync(
            () => heard.Where(h => h.Name == name && (such?.Invoke(h.Message) ?? true)).Select(h => new Box(h.Message)).FirstOrDefault(), within, $"{name}, among: {Everything}");
        return found.Message;
    }

    /// <summary>Why this call was refused.</summary>
    public async Task<string> RefusalOfAsync(string what, object? call = null)
    {
        heard.Clear();
        await SendAsync(what, call);
        return (await HearAsync("Refused", r => r.GetProperty("what").GetString() == what)).GetProperty("why").GetString()!;
    }

    public IReadOnlyList<JsonElement> Heard(string name) => [.. heard.Where(h => h.Name == name).Select(h => h.Message)];

    public IReadOnlyList<string> Lines() =>
        [.. Heard("ChatLines").SelectMany(m => m.GetProperty("lines").EnumerateArray()).Select(line => line.GetProperty("text").GetString()!)];

    public void Forget() => heard.Clear();

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private string Everything => string.Join('\n', heard.Select(h => $"{h.Name} {h.Message}"));

    private void Listen()
    {
        foreach (var name in Names)
        {
            if (name == "Replaced")
                Hub.On(name, () => heard.Enqueue((name, default)));
            else
                Hub.On<JsonElement>(name, message => heard.Enqueue((name, message)));
        }
    }

    private sealed record Box(JsonElement Message);
}
