using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Training.Portal.Features.Discussions.Replies;
using Training.Portal.Settings;

namespace Training.Portal.Features.DevMail;

/// <summary>Answers a kept letter as a mail program and the machine's mail server would: quoted beneath, and handed to the Scheduler by SMTP.</summary>
public sealed class DevReply(ReplyTokens tokens, TrainingSettings settings)
{
    public bool MayReply(DevLetter letter) => settings.Mail.ReplyPort > 0 && Address(letter) is { } address && tokens.Read(address) is not null;

    /// <returns>Null once handed over, else what failed.</returns>
    public async Task<string?> SendAsync(DevLetter letter, string text, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", settings.Mail.ReplyPort, SecureSocketOptions.None, cancellationToken);
            using var answer = Answer(letter, text);
            await client.SendAsync(answer, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
            return null;
        }
        catch (Exception failure) when (failure is SocketException or IOException or ProtocolException or CommandException)
        {
            return failure.Message;
        }
    }

    private static MimeMessage Answer(DevLetter letter, string text)
    {
        var quoted = string.Join('\n', (letter.Message.TextBody ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => $"> {line}"));
        var answer = new MimeMessage
        {
            Subject = $"Re: {letter.Message.Subject}",
            InReplyTo = letter.Message.MessageId,
            Body = new TextPart("plain") { Text = $"{text}\n\nLe {letter.Message.Date:dd/MM/yyyy} à {letter.Message.Date:HH:mm}, {letter.Message.From} a écrit :\n{quoted}\n" },
        };
        answer.From.AddRange(letter.Message.To);
        answer.To.AddRange(letter.Message.ReplyTo);
        return answer;
    }

    private static string? Address(DevLetter letter) => letter.Message.ReplyTo.Mailboxes.FirstOrDefault()?.Address;
}
