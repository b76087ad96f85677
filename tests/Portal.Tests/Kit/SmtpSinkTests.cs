using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Utils;
using Training.MailSink;
using Training.TestKit;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Kit;

public sealed class SmtpSinkTests : IAsyncLifetime
{
    private readonly SmtpSink sink = new(TimeProvider.System, maximumBytes: 100_000);

    public ValueTask InitializeAsync()
    {
        sink.Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => sink.DisposeAsync();

    [Fact]
    public async Task A_letter_arrives_with_its_envelope_its_accents_and_its_lines_that_begin_with_a_dot()
    {
        await SendAsync(Letter("agent@lyon.fr", "Déjà vu\r\n.\r\n..deux points\r\nfin"));

        var letter = Assert.Single(sink.To("AGENT@lyon.fr"));
        Assert.Equal("e-rt@portail.test", letter.From);
        Assert.Equal(["Déjà vu", ".", "..deux points", "fin"], letter.Read().TextBody!.TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    [Fact]
    public async Task A_letter_put_off_arrives_at_the_next_try_with_the_same_identity()
    {
        var letter = Letter("agent@lyon.fr");
        sink.Script.Next(SinkFault.TryLater);

        var refusal = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(letter));
        await SendAsync(letter);

        Assert.Equal(SmtpStatusCode.ErrorInProcessing, refusal.StatusCode);
        Assert.Equal(1, sink.CountByMessageId()[$"<{letter.MessageId}>"]);
    }

    [Fact]
    public async Task A_line_cut_before_the_answer_makes_a_double_that_has_the_same_identity()
    {
        var letter = Letter("agent@lyon.fr");
        sink.Script.Next(SinkFault.CutBeforeAnswer);

        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(letter));
        await SendAsync(letter);

        Assert.Equal(2, sink.CountByMessageId()[$"<{letter.MessageId}>"]);
        Assert.Equal([false, true], sink.Letters.Select(l => l.Answered));
    }

    [Fact]
    public async Task A_line_cut_during_the_letter_keeps_nothing()
    {
        sink.Script.Next(SinkFault.CutDuringData);

        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(Letter("agent@lyon.fr")));

        Assert.Empty(sink.Letters);
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_by_the_sender_and_still_serves_others()
    {
        sink.Script.Next(SinkFault.Hang);
        using var patience = new CancellationTokenSource();
        var sending = SendAsync(Letter("agent@lyon.fr"), patience.Token);

        await Eventually.TrueAsync(() => sink.Hanging == 1);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await SendAsync(Letter("autre@lyon.fr"));

        Assert.Equal(["autre@lyon.fr"], sink.Letters.SelectMany(l => l.To));
    }

    [Fact]
    public async Task A_server_that_went_down_comes_back_on_the_same_port()
    {
        await sink.StopAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(Letter("agent@lyon.fr")));

        sink.Start();
        await SendAsync(Letter("agent@lyon.fr"));

        Assert.Single(sink.Letters);
    }

    [Fact]
    public async Task A_letter_above_the_size_limit_is_refused()
    {
        await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(Letter("agent@lyon.fr", new string('x', 200_000))));

        Assert.Empty(sink.Letters);
    }

    [Fact]
    public async Task As_a_program_it_writes_each_letter_as_a_whole_file()
    {
        using var directory = new TemporaryDirectory();
        sink.OnLetter = new EmlDirectory(directory.Path).WriteAsync;

        await SendAsync(Letter("agent@lyon.fr", "Bonjour"));

        var file = Assert.Single(Directory.GetFiles(directory.Path));
        var message = await MimeMessage.LoadAsync(file);
        Assert.EndsWith(".eml", file, StringComparison.Ordinal);
        Assert.Equal("agent@lyon.fr", message.Headers["X-Original-To"]);
        Assert.Equal("Bonjour", message.TextBody?.TrimEnd());
    }

    private static MimeMessage Letter(string to, string text = "Bonjour")
    {
        var letter = new MimeMessage { MessageId = MimeUtils.GenerateMessageId("portail.test"), Subject = "Réunion", Body = new TextPart("plain") { Text = text } };
        letter.From.Add(MailboxAddress.Parse("e-rt@portail.test"));
        letter.To.Add(MailboxAddress.Parse(to));
        return letter;
    }

    private async Task SendAsync(MimeMessage letter, CancellationToken cancellationToken = default)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", sink.Port, SecureSocketOptions.None, cancellationToken);
        await client.SendAsync(letter, cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }
}
