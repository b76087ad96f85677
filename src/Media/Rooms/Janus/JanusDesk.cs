using System.Text.Json.Nodes;

namespace Training.Media.Rooms.Janus;

/// <summary>A short session of the product itself, to make, record and close rooms.</summary>
internal sealed class JanusDesk : IAsyncDisposable
{
    private readonly JanusSocket _socket;
    private readonly long _session;
    private readonly long _handle;

    private JanusDesk(JanusSocket socket, long session, long handle) => (_socket, _session, _handle) = (socket, session, handle);

    public static async Task<JanusDesk> OpenAsync(JanusSocket socket, CancellationToken cancellationToken)
    {
        var session = (await socket.AskAsync(JanusRequest.Create(), cancellationToken)).OrThrow().NewId;
        var handle = (await socket.AskAsync(JanusRequest.Attach(session), cancellationToken)).OrThrow().NewId;
        return new JanusDesk(socket, session, handle);
    }

    public Task<JanusReply> AskAsync(JsonObject body, CancellationToken cancellationToken) =>
        _socket.AskAsync(JanusRequest.Message(_session, _handle, body), cancellationToken);

    public ValueTask DisposeAsync()
    {
        _socket.Tell(JanusRequest.Destroy(_session));
        return ValueTask.CompletedTask;
    }
}
