using System.Globalization;
using System.Net.Sockets;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Discussions.Replies;
using Training.Portal.Features.Membership;
using Training.Scheduler.Tests.Kit;
using Training.Scheduler.Tests.Letters;
using Training.TestKit;
using Training.TestKit.Mail;

namespace Training.Scheduler.Tests.Replies;

/// <summary>A mail server hands replies over, as Postfix does: by SMTP or LMTP, twice when in doubt.</summary>
public sealed class Receiving : IAsyncLifetime
{
    private readonly int port = Ports.Free();
    private Ground ground = null!;
    private Topic topic = null!;
    private Member reader = null!;

    public async ValueTask InitializeAsync()
    {
        ground = await Ground.LayAsync();
        ground.Settings["Training:Mail:ReplyPort"] = port.ToString(CultureInfo.InvariantCulture);
        var (group, author) = (await ground.Given.GroupAsync(), await ground.Given.MemberAsync());
        reader = await ground.Given.MemberAsync();
        await ground.Given.MembershipAsync(group, reader);
        await ground.Given.CharterAsync(reader);
        topic = await ground.Given.TopicAsync(group, author, "Seuils");
    }

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task A_reply_by_SMTP_is_published_and_handed_over_again_on_two_lines_at_once_stays_one_post()
    {
        await using var node = await SchedulerNode.StartAsync(ground);
        var mail = Mail(Address(node), "Chez nous, 40 000 €.\r\n.\r\n..Fin");

        await Task.WhenAll(SendAsync(mail), SendAsync(mail), SendAsync(mail));
        await SendAsync(mail);

        var post = Assert.Single(await PostsAsync());
        Assert.Equal(("Chez nous, 40 000 €.  \n.  \n..Fin", reader.Id), (post.Text, post.AuthorId));
    }

    [Fact]
    public async Task An_address_that_nobody_signed_is_no_mailbox()
    {
        await using var node = await SchedulerNode.StartAsync(ground);
        var forged = Address(node).Replace("reponse+00", "reponse+01", StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(Mail(forged, "x")));
        Assert.Equal(SmtpStatusCode.MailboxUnavailable, refused.StatusCode);
        Assert.Empty(await PostsAsync());
    }

    [Fact]
    public async Task A_refused_reply_is_taken_and_its_author_told_by_a_letter_and_an_absence_is_not()
    {
        await using var node = await SchedulerNode.StartAsync(ground);
        await SendAsync(Mail(Address(node), "> rien de neuf"));
        var letter = await ground.Mail.LetterToAsync(reader.Address);
        Assert.Contains("aucun texte nouveau", letter.Read().TextBody, StringComparison.Ordinal);

        var absence = Mail(Address(node), "Je suis absente");
        absence.Headers.Replace(HeaderId.AutoSubmitted, "auto-replied");
        await SendAsync(absence);
        await SendAsync(Mail(Address(node), "Une vraie réponse"));
        Assert.Equal("Une vraie réponse", Assert.Single(await PostsAsync()).Text);
        Assert.Single(ground.Mail.Letters);
    }

    [Fact]
    public async Task LMTP_answers_for_each_recipient_and_what_is_no_mail_or_too_long_is_refused_while_the_line_goes_on()
    {
        await using var node = await SchedulerNode.StartAsync(ground);
        var address = Address(node);
        using var line = await ListeningAsync();
        await using var stream = line.GetStream();
        using var answers = new StreamReader(stream, Encoding.ASCII);
        Assert.StartsWith("220", await answers.ReadLineAsync(), StringComparison.Ordinal);

        Assert.StartsWith("250-", await AskAsync("LHLO localhost"), StringComparison.Ordinal);
        while (!(await answers.ReadLineAsync())!.StartsWith("250 ", StringComparison.Ordinal))
        {
        }

        Assert.StartsWith("503", await AskAsync($"RCPT TO:<{address}>"), StringComparison.Ordinal);
        Assert.StartsWith("552", await AskAsync($"MAIL FROM:<{reader.Address}> SIZE=99999999"), StringComparison.Ordinal);
        Assert.StartsWith("250", await AskAsync($"MAIL FROM:<{reader.Address}> BODY=8BITMIME"), StringComparison.Ordinal);
        Assert.StartsWith("250", await AskAsync($"RCPT TO:<{address.ToUpperInvariant()}>"), StringComparison.Ordinal);
        Assert.StartsWith("550", await AskAsync("RCPT TO:<root@localhost.localdomain>"), StringComparison.Ordinal);
        Assert.StartsWith("250", await AskAsync($"RCPT TO:<{address}>"), StringComparison.Ordinal);
        Assert.StartsWith("354", await AskAsync("DATA"), StringComparison.Ordinal);
        Assert.StartsWith("250", await AskAsync($"From: {reader.Address}\r\nMessage-ID: <un@ville.fr>\r\nSubject: Re\r\n\r\nPar LMTP\r\n."), StringComparison.Ordinal);
        Assert.StartsWith("250", await answers.ReadLineAsync(), StringComparison.Ordinal);
        Assert.StartsWith("221", await AskAsync("QUIT"), StringComparison.Ordinal);
        Assert.Equal("Par LMTP", Assert.Single(await PostsAsync()).Text);

        async Task<string> AskAsync(string said)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(said + "\r\n"));
            return (await answers.ReadLineAsync())!;
        }
    }

    [Fact]
    public async Task A_line_cut_before_the_end_publishes_nothing_and_the_next_is_served()
    {
        await using var node = await SchedulerNode.StartAsync(ground);
        using (var line = await ListeningAsync())
        {
            var said = $"HELO x\r\nMAIL FROM:<{reader.Address}>\r\nRCPT TO:<{Address(node)}>\r\nDATA\r\nFrom: {reader.Address}\r\n\r\nCoupé\n.\nMAIL FROM:<x@y.fr>\r\n";
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(said));
        }

        await SendAsync(Mail(Address(node), "Entière"));
        Assert.Equal("Entière", Assert.Single(await PostsAsync()).Text);
    }

    private string Address(SchedulerNode node) => node.Services.GetRequiredService<ReplyTokens>()
        .AddressOf(new ReplyTicket(reader.Id, topic.Id, DateOnly.FromDateTime(Ground.Now.UtcDateTime), 0))!;

    private MimeMessage Mail(string to, string text)
    {
        var mail = new MimeMessage { Subject = "Re: Seuils", MessageId = $"{Guid.NewGuid():N}@ville.fr", Body = new TextPart("plain") { Text = text } };
        mail.From.Add(new MailboxAddress(reader.Name, reader.Address));
        mail.To.Add(MailboxAddress.Parse(to));
        return mail;
    }

    private async Task SendAsync(MimeMessage mail)
    {
        using (await ListeningAsync())
        {
        }

        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None);
        await client.SendAsync(mail);
        await client.DisconnectAsync(quit: true);
    }

    private async Task<TcpClient> ListeningAsync() => await Eventually.SomeAsync(async () =>
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return client;
        }
        catch (SocketException)
        {
            client.Dispose();
            return null;
        }
    });

    /// <summary>Beside the first.</summary>
    private Task<List<Post>> PostsAsync() => ground.SeeAsync(db => db.Posts.Where(p => p.TopicId == topic.Id && p.AuthorId == reader.Id).ToListAsync());
}
