using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Training.Portal.Settings;

namespace Training.Scheduler.Replies;

/// <summary>
/// Takes the mail to reply addresses, by SMTP or LMTP, on 127.0.0.1 alone: the machine's own mail server (Postfix) faces the world, keeps what
/// comes while we are down, and hands it over here. A port of zero takes none.
/// </summary>
internal sealed class ReplyListener(TrainingSettings settings, IServiceScopeFactory scopes, ILogger<ReplyListener> log) : BackgroundService
{
    /// <summary>Each may hold one whole mail in memory; a mail server waits for its turn.</summary>
    private const int MostAtOnce = 4;

    private readonly ConcurrentDictionary<Task, bool> conversations = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Mail.ReplyPort == 0)
            return;
        using var listener = new TcpListener(IPAddress.Loopback, settings.Mail.ReplyPort);
        using var turns = new SemaphoreSlim(MostAtOnce);
        listener.Start();
        try
        {
            while (true)
            {
                await turns.WaitAsync(stoppingToken);
                Begin(await AcceptAsync(listener, stoppingToken), turns, stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(conversations.Keys);
        }
    }

    private void Begin(TcpClient client, SemaphoreSlim turns, CancellationToken cancellationToken)
    {
        var conversation = Task.Run(() => TalkAsync(client, turns, cancellationToken), CancellationToken.None);
        conversations[conversation] = true;
        conversation.ContinueWith(done => conversations.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private static async Task<TcpClient> AcceptAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await listener.AcceptTcpClientAsync(cancellationToken);
            }
            catch (SocketException)
            {
                // That one went away while it was being accepted.
            }
        }
    }

    private async Task TalkAsync(TcpClient client, SemaphoreSlim turns, CancellationToken cancellationToken)
    {
        try
        {
            using (client)
                await new ReplyConversation(client.GetStream(), new ReplyDelivery(scopes, log)).RunAsync(cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or InvalidDataException)
        {
            // The other side went away or fell silent, we stop, or a line was too long: what was not acknowledged comes again.
        }
        finally
        {
            turns.Release();
        }
    }
}
