using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Training.Media.Rooms.Janus;

/// <summary>Rooms of Janus' VideoRoom plugin, all lines over one WebSocket on loopback.</summary>
public sealed class JanusRooms : IRoomProvider, IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, JanusLine> _lines = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly JanusOptions _options;
    private readonly ILogger<JanusRooms> _logger;
    private readonly JanusSocket _socket;
    private readonly JanusWitnesses _witnesses;
    private readonly Task _beating;

    public JanusRooms(JanusOptions options, TimeProvider time, ILogger<JanusRooms> logger)
    {
        (_options, _logger) = (options, logger);
        _socket = new JanusSocket(options, time, logger, Said, () => _ = Task.Run(() => KeepAsync(claim: true)));
        _witnesses = new JanusWitnesses(NewLineAsync, SendOut);
        _beating = BeatAsync(time);
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
        var destroyed = await desk.AskAsync(VideoRoom.Destroy(plan), cancellationToken);
        if (destroyed.ErrorCode != JanusErrors.NoSuchRoom) destroyed.OrThrow();
        SendOut(plan.RoomKey);
    }

    public async Task PingAsync(CancellationToken cancellationToken) =>
        (await _socket.AskAsync(JanusRequest.Ping(), cancellationToken)).OrThrow();

    public async Task<IRoomLine?> ConnectAsync(RoomPlan plan, IRoomLineListener listener, string? resume, CancellationToken cancellationToken)
    {
        if (resume is null) return await NewLineAsync(plan, listener, cancellationToken);
        if (!long.TryParse(resume, NumberStyles.None, CultureInfo.InvariantCulture, out var session)) return null;
        var claimed = await _socket.AskAsync(JanusRequest.Claim(session), cancellationToken);
        if (claimed.ErrorCode == JanusErrors.NoSuchSession) return null;
        claimed.OrThrow();
        await _witnesses.EnsureAsync(plan, cancellationToken);
        return Add(plan, listener, session);
    }

    private async Task<JanusLine> NewLineAsync(RoomPlan plan, IRoomLineListener listener, CancellationToken cancellationToken) =>
        Add(plan, listener, (await _socket.AskAsync(JanusRequest.Create(), cancellationToken)).OrThrow().NewId);

    private JanusLine Add(RoomPlan plan, IRoomLineListener listener, long session) => _lines[session] =
        new JanusLine(_socket, _options, plan, listener, session, _witnesses, gone: line => _lines.TryRemove(new(line.Session, line)));

    private void SendOut(string roomKey)
    {
        foreach (var line in _lines.Values.Where(line => line.RoomKey == roomKey)) line.Lose("the room was closed", tellJanus: true);
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

    private async Task BeatAsync(TimeProvider time)
    {
        using var beat = new PeriodicTimer(_options.KeepAlive, time);
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
        if (_stop.IsCancellationRequested)
            return; // the container disposes each seam it was registered under
        await _stop.CancelAsync();
        await _beating;
        await _socket.DisposeAsync();
        _stop.Dispose();
    }
}
