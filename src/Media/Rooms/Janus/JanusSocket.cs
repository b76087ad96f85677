using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Training.Media.Rooms.Janus;

/// <summary>
/// The product's one way to Janus: asks and waits for the answer, for a bounded time; connects again, without end and
/// with jittered back-off, from its first use on. What Janus says unasked goes to <c>said</c>.
/// </summary>
internal sealed class JanusSocket(
    JanusOptions options, TimeProvider time, ILogger logger, Action<JanusReply> said, Action connected) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Waiting> _waiting = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _starting = new();
    private volatile TaskCompletionSource<JanusConnection> _connection = NewConnection();
    private Task? _running;
    private string _secret = "";

    private sealed record Waiting(TaskCompletionSource<JanusReply> Answer, bool AckIsAnswer);

    /// <param name="ackIsAnswer">True where Janus answers <c>ack</c> and nothing more (trickle, keepalive).</param>
    /// <exception cref="RoomEngineException">Unavailable or TimedOut; an error answer is returned as it is.</exception>
    public async Task<JanusReply> AskAsync(JsonObject request, CancellationToken cancellationToken, bool ackIsAnswer = false)
    {
        var connection = await ConnectionAsync(cancellationToken);
        var transaction = Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
        var waiting = new Waiting(new(TaskCreationOptions.RunContinuationsAsynchronously), ackIsAnswer);
        _waiting[transaction] = waiting;
        try
        {
            if (!connection.Send(Message(request, transaction))) throw new RoomEngineException(RoomRefusal.Unavailable, "The connection to Janus broke");
            return await waiting.Answer.Task.WaitAsync(options.RequestTimeout, time, cancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new RoomEngineException(RoomRefusal.TimedOut, $"Janus did not answer '{request["janus"]}' in {options.RequestTimeout.TotalSeconds} s", late);
        }
        finally
        {
            _waiting.TryRemove(transaction, out _);
        }
    }

    /// <summary>Says it when there is a connection; waits for nothing.</summary>
    public void Tell(JsonObject request)
    {
        if (_connection.Task is { IsCompletedSuccessfully: true } connection)
            connection.Result.Send(Message(request, Convert.ToHexString(RandomNumberGenerator.GetBytes(12))));
    }

    private byte[] Message(JsonObject request, string transaction)
    {
        request["transaction"] = transaction;
        request["apisecret"] = _secret;
        return JsonSerializer.SerializeToUtf8Bytes(request);
    }

    private async Task<JanusConnection> ConnectionAsync(CancellationToken cancellationToken)
    {
        lock (_starting) _running ??= Task.Run(RunAsync, CancellationToken.None);
        try
        {
            return await _connection.Task.WaitAsync(options.ConnectWait, time, cancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new RoomEngineException(RoomRefusal.Unavailable, "No connection to Janus", late);
        }
    }

    private async Task RunAsync()
    {
        for (var attempt = 0; !_stop.IsCancellationRequested; attempt++)
        {
            try
            {
                using var connection = await OpenAsync();
                attempt = 0;
                _connection.TrySetResult(connection);
                connected();
                await connection.RunAsync(Received, _stop.Token);
                logger.LogWarning("Janus closed the connection");
            }
            catch (Exception failure) when (!_stop.IsCancellationRequested)
            {
                logger.LogWarning("No connection to Janus: {Reason}", failure.Message);
            }
            catch (Exception) when (_stop.IsCancellationRequested)
            {
                // Disposed: nothing to say.
            }

            Down();
            await PauseAsync(attempt);
        }
    }

    private async Task<JanusConnection> OpenAsync()
    {
        _secret = options.Secret;
        using var late = new CancellationTokenSource(options.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _stop.Token);
        return await JanusConnection.OpenAsync(options, either.Token);
    }

    private void Down()
    {
        if (_connection.Task.IsCompleted) _connection = NewConnection();
        foreach (var (transaction, waiting) in _waiting)
        {
            if (!_waiting.TryRemove(transaction, out _)) continue;
            waiting.Answer.TrySetException(new RoomEngineException(RoomRefusal.Unavailable, "The connection to Janus broke"));
        }
    }

    private async Task PauseAsync(int attempt)
    {
        var ceiling = Math.Min(100 * Math.Pow(2, Math.Min(attempt, 16)), options.MaxBackOff.TotalMilliseconds);
        var pause = TimeSpan.FromMilliseconds(ceiling * RandomNumberGenerator.GetInt32(50, 101) / 100);
        await Task.Delay(pause, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Received(JanusReply reply)
    {
        if (reply.Transaction is { } transaction && _waiting.TryGetValue(transaction, out var waiting))
        {
            if (reply.Kind != "ack" || waiting.AckIsAnswer) waiting.Answer.TrySetResult(reply);
            return;
        }

        if (reply.Kind == "success") LateAnswer(reply);
        else said(reply);
    }

    /// <summary>A handle given after we stopped waiting for it belongs to nobody: give it back.</summary>
    private void LateAnswer(JanusReply reply)
    {
        if (reply.SessionId == 0 && reply.NewId != 0) Tell(JanusRequest.Destroy(reply.NewId));
        else if (reply.NewId != 0) Tell(JanusRequest.Detach(reply.SessionId, reply.NewId));
    }

    private static TaskCompletionSource<JanusConnection> NewConnection() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_running is { } running) await running;
        _stop.Dispose();
    }
}
