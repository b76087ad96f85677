using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections.Client;

namespace Training.Portal.Tests.Live;

/// <summary>The network of many clients in this process, which a test cuts: every socket is reset at once, as <c>ss -K</c> does.</summary>
internal sealed class CuttableLines : IDisposable
{
    private readonly ConcurrentDictionary<Socket, bool> open = new();

    public void Cut()
    {
        foreach (var socket in open.Keys)
            Reset(socket);
    }

    public void Dispose() => Cut();

    /// <summary>Connections for the calls before a web socket, each closed after its answer as a busy front would: they are not what is cut.</summary>
    public static SocketsHttpHandler Calls() => new() { UseCookies = false, PooledConnectionLifetime = TimeSpan.Zero };

    /// <summary>A web socket on a line that can be cut.</summary>
    public async ValueTask<WebSocket> OpenAsync(WebSocketConnectionContext context, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        foreach (var (name, value) in headers)
            socket.Options.SetRequestHeader(name, value);
        await socket.ConnectAsync(context.Uri, new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, ConnectCallback = ConnectAsync }), cancellationToken);
        return socket;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        open[socket] = true;
        return new NetworkStream(socket, ownsSocket: true);
    }

    private void Reset(Socket socket)
    {
        open.TryRemove(socket, out _);
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
        catch (ObjectDisposedException)
        {
            // Its client had closed it.
        }
    }
}
