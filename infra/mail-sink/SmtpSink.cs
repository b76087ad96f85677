using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Training.MailSink;

/// <summary>
/// A mail server that delivers to nobody: it keeps what it receives. Loopback only, no authentication.
/// RFC 5321 with PIPELINING, SIZE, 8BITMIME and SMTPUTF8.
/// </summary>
public sealed class SmtpSink(TimeProvider clock, int maximumBytes = 20 * 1024 * 1024) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TcpClient, Task> lines = new();
    private readonly List<SunkLetter> letters = [];
    private int hanging;
    private TcpListener? listener;
    private CancellationTokenSource stopping = new();
    private Task accepting = Task.CompletedTask;

    /// <summary>The port once started; kept over <see cref="StopAsync"/> and <see cref="Start"/>.</summary>
    public int Port { get; private set; }

    public SinkScript Script { get; } = new();

    /// <summary>How many senders wait for an answer that will not come (<see cref="SinkFault.Hang"/>).</summary>
    public int Hanging => hanging;

    /// <summary>Called for each letter before it is acknowledged; an exception makes the answer 452.</summary>
    public Func<SunkLetter, CancellationToken, Task>? OnLetter { get; set; }

    /// <summary>Everything received so far, in order.</summary>
    public IReadOnlyList<SunkLetter> Letters
    {
        get
        {
            lock (letters)
            {
                return [.. letters];
            }
        }
    }

    /// <summary>Letters whose envelope names this recipient, whatever the case.</summary>
    public IReadOnlyList<SunkLetter> To(string address) =>
        [.. Letters.Where(letter => letter.To.Contains(address, StringComparer.OrdinalIgnoreCase))];

    /// <summary>How often each Message-ID was handed over.</summary>
    public IReadOnlyDictionary<string, int> CountByMessageId() => Letters.CountBy(letter => letter.MessageId).ToDictionary();

    /// <param name="port">0 takes a free one the first time, and the same one again afterwards.</param>
    public void Start(int port = 0)
    {
        stopping = new CancellationTokenSource();
        listener = new TcpListener(IPAddress.Loopback, port == 0 ? Port : port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync(listener, stopping.Token);
    }

    /// <summary>Refuses connections and cuts those that are open, as a server that went down.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        listener?.Stop();
        await accepting;
        await Task.WhenAll(lines.Values);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }

    internal Task HangAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref hanging);
        return Task.Delay(Timeout.Infinite, cancellationToken);
    }

    internal async Task KeepAsync(Envelope envelope, byte[] content, bool answered, CancellationToken cancellationToken)
    {
        SunkLetter letter;
        lock (letters)
        {
            letter = new SunkLetter(letters.Count + 1, clock.GetUtcNow(), envelope.From, [.. envelope.To], content, answered);
            letters.Add(letter);
        }

        if (OnLetter is { } hand)
        {
            await hand(letter, cancellationToken);
        }
    }

    private async Task AcceptAsync(TcpListener on, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var client = await on.AcceptTcpClientAsync(cancellationToken);
                var gate = new TaskCompletionSource();
                lines[client] = ServeAsync(client, gate.Task, cancellationToken);
                gate.SetResult();
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The listener stopped, or one connection died while being accepted: the loop's condition decides.
            }
        }
    }

    private async Task ServeAsync(TcpClient client, Task registered, CancellationToken cancellationToken)
    {
        await registered;
        client.NoDelay = true; // Small answers to small lines: held back for an acknowledgement, each letter would take a tenth of a second.
        try
        {
            using var conversation = new SmtpConversation(this, client.GetStream(), maximumBytes);
            await conversation.RunAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidDataException)
        {
            // The other side went away, we stop, or a line was too long: the connection ends.
        }
        finally
        {
            client.Dispose();
            lines.TryRemove(client, out _);
        }
    }
}
