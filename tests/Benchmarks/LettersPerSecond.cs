using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Training.Portal.Features.Letters;
using Training.TestKit.Hosts;

namespace Training.Benchmarks;

/// <summary>
/// Letters with calendar entries through the outbox (taken under lease, looked at again, written out, sent, marked), against the same messages,
/// written out beforehand, sent one after the other on one bare connection to the same server.
/// </summary>
internal sealed class LettersPerSecond : IAsyncDisposable
{
    private const int Count = 300;
    private const int Rounds = 5;
    private const int Batch = 50;
    private readonly PortalHost portal;
    private readonly List<MimeMessage> written = [];

    private LettersPerSecond(PortalHost portal) => this.portal = portal;

    public static Benchmark Row { get; } = new($"letters: {Count} through the outbox / raw SMTP", Goal.Least(0.2), MeasureAsync);

    public async ValueTask DisposeAsync()
    {
        written.ForEach(message => message.Dispose());
        await portal.DisposeAsync();
    }

    private static async Task<Outcome> MeasureAsync()
    {
        await using var letters = new LettersPerSecond(await PortalHost.StartAsync());
        await letters.WriteOutAsync();
        return await Interleaved.CompareAsync("/s", Rounds, letters.DrainAsync, letters.SendAsync);
    }

    private async Task WriteOutAsync()
    {
        await StoreAsync();
        foreach (var letter in await portal.Database.WithAsync(db => db.Letters.ToListAsync()))
            written.Add(await portal.WithAsync((LetterRenderer renderer) => Task.FromResult(renderer.Render(letter))));
        await portal.Database.WithAsync(db => db.Letters.ExecuteDeleteAsync());
    }

    private async Task<double> DrainAsync()
    {
        await StoreAsync();
        var began = Stopwatch.GetTimestamp();
        while (await portal.WithAsync((LetterDrain drain) => drain.DrainAsync(Batch)) > 0)
        {
        }

        var spent = Stopwatch.GetElapsedTime(began);
        if (await portal.Database.WithAsync(db => db.Letters.AnyAsync(l => l.SentAt == null)))
            throw new InvalidOperationException("Letters are left.");
        await portal.Database.WithAsync(db => db.Letters.ExecuteDeleteAsync());
        return Count / spent.TotalSeconds;
    }

    private async Task<double> SendAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var client = new SmtpClient();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", portal.Mail.Port);
        await client.ConnectAsync(socket, "127.0.0.1", portal.Mail.Port, SecureSocketOptions.None);
        foreach (var message in written)
            await client.SendAsync(message);
        await client.DisconnectAsync(quit: true);
        return Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private Task StoreAsync()
    {
        var now = portal.Clock.GetUtcNow();
        return portal.Database.StoreAsync([.. Enumerable.Range(0, Count).Select(n => new Letter
        {
            Kind = LetterKind.Registered,
            To = string.Create(CultureInfo.InvariantCulture, $"agent{n}@commune.fr"),
            Stream = $"registration:1:{n}",
            Facts = new RegisteredFacts(
                new ConferenceFacts(1, "Marchés publics : la réforme", "1. Le texte\n2. Vos **questions**", "Acheteurs", now.AddDays(2), now.AddDays(2).AddHours(1), "Europe/Paris", "u@portail.test", 0),
                $"Agent {n}").ToJson(),
            MessageId = $"{Guid.NewGuid():N}@portail.test",
            CreatedAt = now,
        })]);
    }
}
