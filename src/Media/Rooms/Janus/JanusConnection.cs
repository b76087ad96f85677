using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace Training.Media.Rooms.Janus;

/// <summary>One WebSocket to Janus, from its opening to its end: writes what is queued, hands over what arrives.</summary>
internal sealed class JanusConnection(ClientWebSocket socket) : IDisposable
{
    private const int MaxMessage = 1 << 20;

    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });

    public static async Task<JanusConnection> OpenAsync(JanusOptions options, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("janus-protocol");
        socket.Options.Proxy = null;
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(10);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(10);
        try
        {
            await socket.ConnectAsync(new Uri(options.Url), cancellationToken);
            return new JanusConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>False when the connection is over.</summary>
    public bool Send(byte[] message) => _outgoing.Writer.TryWrite(message);

    /// <summary>Returns or throws when the connection is over.</summary>
    public async Task RunAsync(Action<JanusReply> received, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = WriteAsync(over.Token);
        var reading = ReadAsync(received, over.Token);
        await Task.WhenAny(writing, reading);
        await over.CancelAsync();
        await Task.WhenAll(writing, reading);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellationToken))
            await socket.SendAsync(message, WebSocketMessageType.Text, true, cancellationToken);
    }

    private async Task ReadAsync(Action<JanusReply> received, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) return;
            if (message.Length + part.Count > MaxMessage) throw new InvalidDataException("Janus sent a message over 1 MB");
            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage) continue;
            received(Parse(message));
            message.SetLength(0);
        }
    }

    private static JanusReply Parse(MemoryStream message)
    {
        using var document = JsonDocument.Parse(message.GetBuffer().AsMemory(0, (int)message.Length));
        return new JanusReply(document.RootElement.Clone());
    }

    public void Dispose()
    {
        _outgoing.Writer.TryComplete();
        socket.Dispose();
    }
}
