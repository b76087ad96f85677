using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Training.Media.Rooms.Janus;

/// <summary>Rooms of Janus' VideoRoom plugin, all lines over one WebSocket on loopback.</summary>
public sealed class JanusRooms : IRoomProvider, IAsyncDisposable
{
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, JanusLine> _lines = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly JanusOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<JanusRooms> _logger;
    private readonly JanusSocket _socket;
    private readonly Task _beating;

    public JanusRooms(JanusOptions options, TimeProvider time, ILogger<JanusRooms> logger)
    {
        (_options, _time, _logger) = (options, time, logger);
        _socket = new JanusSocket(options, time, logger, Said, () => _ = Task.Run(() => KeepAsync(claim: true)));
        _beating = BeatAsync();
    }

    public string BrowserModule => "janus";

    public async Task OpenAsync(RoomPlan plan, CancellationToken cancellationToken)
    {
        EngineKey.Check(plan.RoomKey);
        RecordingFolder.Prepare(plan.RecordingDirectory);
        await using var desk = await JanusDesk.OpenAsync(_socket, cancellationToken);
        var created = await desk.AskAsync(VideoRoom.Create(plan, _options), cancellationToken);
        if (created.ErrorCode == JanusErrors.RoomExists) created = await desk.AskAsync(VideoRoom.Edit(plan, _options), cancellationToken);
        created.OrThrow();
    }

    public async Task SetRecordingAsync(RoomPlan plan, bool on, CancellationToken cancellationToken)
    {
        RecordingFolder.Prepare(plan.RecordingDirectory);
        await using var desk = await JanusDesk.OpenAsync(_socket, cancellationToken);
        (await desk.AskAsync(VideoRoom.Record(plan, on), cancellationToken)).OrThrow();
    }

    public async Task CloseAsync(RoomPlan plan, CancellationToken cancellationToken)
    {
        await using var desk = await JanusDesk.OpenAsync(_socket, cancellationToken);
        await SendOutAsync(desk, plan, cancellationToken);
        var destroyed = await desk.AskAsync(VideoRoom.Destroy(plan), cancellationToken);
        if (destroyed.ErrorCode != JanusErrors.NoSuchRoom) destroyed.OrThrow();
        foreach (var line in _lines.Values.Where(line => line.RoomKey == plan.RoomKey)) line.Lose("the room was closed", tellJanus: true);
    }

    public async Task PingAsync(CancellationToken cancellationToken) =>
        (await _socket.AskAsync(JanusRequest.Ping(), cancellationToken)).OrThrow();

    public async Task<IRoomLine?> ConnectAsync(RoomPlan plan, IRoomLineListener listener, string? resume, CancellationToken cancellationToken)
    {
        if (resume is null) return Add(plan, listener, (await _socket.AskAsync(JanusRequest.Create(), cancellationToken)).OrThrow().NewId);
        if (!long.TryParse(resume, out var session)) return null;
        var claimed = await _socket.AskAsync(JanusRequest.Claim(session), cancellationToken);
        return claimed.ErrorCode == JanusErrors.NoSuchSession ? null : Add(plan, listener, claimed.OrThrow().SessionId);
    }

    private JanusLine Add(RoomPlan plan, IRoomLineListener listener, long session) =>
        _lines[session] = new JanusLine(_socket, _options, plan, listener, session, gone: line => _lines.TryRemove(new(line.Session, line)));

    /// <summary>Destroying a room tells its publishers only; watchers learn it when their feed leaves. So feeds leave first.</summary>
    private async Task SendOutAsync(JanusDesk desk, RoomPlan plan, CancellationToken cancellationToken)
    {
        var until = _time.GetTimestamp();
        while (_time.GetElapsedTime(until) < FarewellTime)
        {
            var feeds = await FeedsAsync(desk, plan, cancellationToken);
            if (feeds.Count == 0) return;
            foreach (var feed in feeds) await desk.AskAsync(VideoRoom.Kick(plan, feed), cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(50), _time, cancellationToken);
        }
    }

    private static async Task<List<string>> FeedsAsync(JanusDesk desk, RoomPlan plan, CancellationToken cancellationToken)
    {
        var present = (await desk.AskAsync(VideoRoom.Participants(plan), cancellationToken)).Plugin;
        if (present.ValueKind != JsonValueKind.Object || !present.TryGetProperty("participants", out var list)) return [];
        return [.. list.EnumerateArray().Select(one => JanusReply.Text(one, "id")).OfType<string>()];
    }

    private void Said(JanusReply reply)
    {
        if (!_lines.TryGetValue(reply.SessionId, out var line)) return;
        try
        {
            line.Hear(reply);
        }
        catch (Exception failure)
        {
            _logger.LogError(failure, "A listener failed on '{Kind}' of Janus", reply.Kind);
        }
    }

    private async Task BeatAsync()
    {
        using var beat = new PeriodicTimer(_options.KeepAlive, _time);
        try
        {
            while (await beat.WaitForNextTickAsync(_stop.Token)) await KeepAsync(claim: false);
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private Task KeepAsync(bool claim) => Task.WhenAll(_lines.Values.Select(line => line.KeepAsync(claim, _stop.Token)));

    /// <summary>Leaves the lines alive in Janus: the next process claims them.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _beating;
        await _socket.DisposeAsync();
        _stop.Dispose();
    }
}
