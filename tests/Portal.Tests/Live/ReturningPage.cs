using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Training.Portal.Features.Live.Stages;

namespace Training.Portal.Tests.Live;

/// <summary>A client of the hub that comes back by itself, at the moments at which <c>portal.ts</c> does, and enters again.</summary>
internal sealed class ReturningPage : IAsyncDisposable
{
    private readonly Guid page = Guid.NewGuid();
    private readonly HubConnection hub;
    private readonly Stopwatch away = new();
    private Guid? participation;
    private volatile bool lineReady;
    private volatile bool entered;

    /// <param name="answers">Takes the status of every answer that is no success, from this page and others.</param>
    public ReturningPage(Uri address, Cookie cookie, int conference, CuttableLines lines, ConcurrentQueue<HttpStatusCode> answers)
    {
        var headers = new Dictionary<string, string> { ["Cookie"] = $"{cookie.Name}={cookie.Value}", ["Origin"] = address.GetLeftPart(UriPartial.Authority) };
        hub = new HubConnectionBuilder().WithUrl(new Uri(address, string.Create(CultureInfo.InvariantCulture, $"hub/salle?conference={conference}")), options =>
        {
            foreach (var (name, value) in headers)
                options.Headers[name] = value;
            options.HttpMessageHandlerFactory = _ => new Answers(CuttableLines.Calls(), answers);
            options.WebSocketFactory = (context, cancellationToken) => lines.OpenAsync(context, headers, cancellationToken);
        }).WithAutomaticReconnect(new Return()).Build();
        hub.KeepAliveInterval = RoomTimes.Ping;
        hub.On<JsonElement>("Entered", message =>
        {
            participation = message.GetProperty("participation").GetGuid();
            entered = true;
        });
        hub.On<JsonElement>("LineReady", _ => Settle());
        hub.On<JsonElement>("PresenceCount", message => Count = message.GetProperty("count").GetInt32());
        // A message that nobody listens to costs this client two exceptions.
        foreach (var other in new[] { "StateChanged", "StageChanged", "ChatLines" })
            hub.On<JsonElement>(other, _ => { });
        hub.Reconnecting += _ => Task.FromResult(lineReady = entered = false);
        hub.Reconnected += _ => EnterAsync();
    }

    /// <summary>Connected, in the room, and its line to the engine ready.</summary>
    public bool IsInside => entered && lineReady && hub.State == HubConnectionState.Connected;

    /// <summary>How long it was away last time.</summary>
    public TimeSpan Away => away.Elapsed;

    /// <summary>The number present, as last told.</summary>
    public int Count { get; private set; }

    public Guid? Participation => participation;

    public async Task ComeAsync()
    {
        await hub.StartAsync();
        await EnterAsync();
    }

    public void StartCounting() => away.Restart();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    private Task EnterAsync() => hub.SendAsync("Enter", new { page, participation, legs = Array.Empty<string>(), afterLine = 0 });

    private void Settle()
    {
        lineReady = true;
        away.Stop();
    }

    /// <summary>As <c>comeBack</c> and <c>backOff</c> of the page: within two seconds, then doubling from 0.3 to 5 s, jittered, for ever.</summary>
    private sealed class Return : IRetryPolicy
    {
        public TimeSpan? NextRetryDelay(RetryContext retryContext) => retryContext.PreviousRetryCount == 0
            ? TimeSpan.FromSeconds(2 * Random.Shared.NextDouble())
            : TimeSpan.FromMilliseconds(Math.Min(5000, 300 << (int)Math.Min(retryContext.PreviousRetryCount, 10)) * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    private sealed class Answers(HttpMessageHandler inner, ConcurrentQueue<HttpStatusCode> seen) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                seen.Enqueue(answer.StatusCode);
            return answer;
        }
    }
}
