using System.Globalization;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Letters.Bounces;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;
using Training.TestKit.Mail;

namespace Training.Scheduler.Tests.Letters;

/// <summary>A mail server hands back what it could not deliver, through the door by which answers come.</summary>
public sealed class Bouncing : IAsyncLifetime
{
    private readonly int port = Ports.Free();
    private Ground ground = null!;

    public async ValueTask InitializeAsync()
    {
        ground = await Ground.LayAsync();
        ground.Settings["Training:Mail:ReplyPort"] = port.ToString(CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task A_letter_that_comes_back_to_its_own_address_is_kept_once_and_a_forged_address_is_no_mailbox()
    {
        await using var node = await SchedulerNode.StartAsync(ground);
        await WriteAsync(node, "parti@commune.fr");
        var back = (await ground.Mail.LetterToAsync("parti@commune.fr")).From;
        Assert.Matches(@"\Areponse\+[0-9a-f]{40}@", back);

        await Task.WhenAll(ReturnAsync(back), ReturnAsync(back));
        var forged = back.Replace("reponse+0", "reponse+f", StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<SmtpCommandException>(() => ReturnAsync(forged));

        Assert.Equal(SmtpStatusCode.MailboxUnavailable, refused.StatusCode);
        var row = await ground.SeeAsync(db => db.LetterBounces.SingleAsync());
        Assert.Equal(("parti@commune.fr", BounceKind.Hard, "5.1.1"), (row.Address, row.Kind, row.Status));
    }

    private static async Task WriteAsync(SchedulerNode node, string address)
    {
        await using var scope = node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Outbox>().Write(new AddressChangedFacts("x@ville.fr"), address, $"essai:{address}");
        await scope.ServiceProvider.GetRequiredService<TrainingDb>().SaveChangesAsync();
    }

    /// <summary>As a mail server does: from nobody (RFC 5321, 4.5.5).</summary>
    private async Task ReturnAsync(string to)
    {
        using var client = new SmtpClient();
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None);
                return true;
            }
            catch (System.Net.Sockets.SocketException)
            {
                return false;
            }
        });
        await client.SendAsync(Report(), new MailboxAddress("", ""), [new MailboxAddress("", to)]);
        await client.DisconnectAsync(quit: true);
    }

    private static MimeMessage Report()
    {
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", "dns; mail.commune.fr" } });
        status.StatusGroups.Add(new HeaderList
        {
            { "Final-Recipient", "rfc822; parti@commune.fr" }, { "Action", "failed" }, { "Status", "5.1.1" }, { "Diagnostic-Code", "smtp; 550 5.1.1 User unknown" },
        });
        var message = new MimeMessage { Subject = "Undelivered", Body = new MultipartReport("delivery-status") { new TextPart("plain") { Text = "Désolé" }, status } };
        message.From.Add(new MailboxAddress("", "mailer-daemon@commune.fr"));
        return message;
    }
}
