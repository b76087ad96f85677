using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Training.MailSink;

/// <summary>One connection: commands in, answers out.</summary>
internal sealed partial class SmtpConversation(SmtpSink sink, Stream stream, int maximumBytes) : IDisposable
{
    private readonly SmtpLines lines = new(stream);
    private Envelope? envelope;
    private bool greeted;
    private bool over;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SayAsync("220 localhost Training mail sink", cancellationToken);
        while (!over && await lines.ReadTextAsync(cancellationToken) is { } line)
        {
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            await (verb switch
            {
                "EHLO" => GreetAsync(true, cancellationToken),
                "HELO" => GreetAsync(false, cancellationToken),
                "MAIL" => MailAsync(line, cancellationToken),
                "RCPT" => RecipientAsync(line, cancellationToken),
                "DATA" => DataAsync(cancellationToken),
                "RSET" => ResetAsync(cancellationToken),
                "NOOP" => SayAsync("250 OK", cancellationToken),
                "VRFY" => SayAsync("252 Send some mail and see", cancellationToken),
                "QUIT" => QuitAsync(cancellationToken),
                _ => SayAsync("502 Not known here", cancellationToken),
            });
        }
    }

    public void Dispose() => stream.Dispose();

    private Task GreetAsync(bool extended, CancellationToken cancellationToken)
    {
        greeted = true;
        envelope = null;
        return SayAsync(
            extended ? $"250-localhost\r\n250-PIPELINING\r\n250-SIZE {maximumBytes}\r\n250-8BITMIME\r\n250 SMTPUTF8" : "250 localhost",
            cancellationToken);
    }

    private Task MailAsync(string line, CancellationToken cancellationToken)
    {
        if (!greeted || envelope is not null)
        {
            return SayAsync("503 Not now", cancellationToken);
        }

        if (MailFrom().Match(line) is not { Success: true } match)
        {
            return SayAsync("501 MAIL FROM:<address>", cancellationToken);
        }

        if (match.Groups["size"] is { Success: true } size && long.Parse(size.Value, CultureInfo.InvariantCulture) > maximumBytes)
        {
            return SayAsync("552 Too long", cancellationToken);
        }

        envelope = new Envelope(match.Groups["address"].Value, sink.Script.Take());
        return SayAsync("250 OK", cancellationToken);
    }

    private Task RecipientAsync(string line, CancellationToken cancellationToken)
    {
        var match = RecipientTo().Match(line);
        var answer = (envelope, match.Success) switch
        {
            (null, _) => "503 MAIL first",
            (_, false) => "501 RCPT TO:<address>",
            ({ Fault: SinkFault.TryLater }, _) => "451 4.7.1 Greylisted, try later",
            ({ Fault: SinkFault.Refuse }, _) => "550 5.1.1 No such mailbox",
            ({ To.Count: >= Envelope.MostRecipients }, _) => "452 4.5.3 Too many recipients",
            _ => "250 OK",
        };
        if (answer == "250 OK")
        {
            envelope!.To.Add(match.Groups["address"].Value);
        }

        return SayAsync(answer, cancellationToken);
    }

    private async Task DataAsync(CancellationToken cancellationToken)
    {
        if (envelope is not { To.Count: > 0 } current)
        {
            await SayAsync("503 RCPT first", cancellationToken);
            return;
        }

        envelope = null;
        await SayAsync("354 Go on, end with a lone dot", cancellationToken);
        if (current.Fault == SinkFault.CutDuringData || await lines.ReadDataAsync(maximumBytes, cancellationToken) is not { } data)
        {
            over = true;
        }
        else if (data.TooLong)
        {
            await SayAsync("552 Too long", cancellationToken);
        }
        else
        {
            await KeepAsync(current, data.Content, cancellationToken);
        }
    }

    private async Task KeepAsync(Envelope current, byte[] content, CancellationToken cancellationToken)
    {
        if (current.Fault == SinkFault.Hang)
        {
            await sink.HangAsync(cancellationToken);
        }

        over = current.Fault == SinkFault.CutBeforeAnswer;
        string answer;
        try
        {
            await sink.KeepAsync(current, content, !over, cancellationToken);
            answer = "250 2.0.0 Kept";
        }
        catch (IOException e)
        {
            answer = "452 4.3.1 " + e.Message.ReplaceLineEndings(" ");
        }

        if (!over)
        {
            await SayAsync(answer, cancellationToken);
        }
    }

    private Task ResetAsync(CancellationToken cancellationToken)
    {
        envelope = null;
        return SayAsync("250 OK", cancellationToken);
    }

    private Task QuitAsync(CancellationToken cancellationToken)
    {
        over = true;
        return SayAsync("221 Bye", cancellationToken);
    }

    private async Task SayAsync(string answer, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), cancellationToken);

    [GeneratedRegex(@"^MAIL FROM:\s*<(?<address>[^<>\r\n]*)>(?:.*\bSIZE=(?<size>\d{1,15}))?", RegexOptions.IgnoreCase)]
    private static partial Regex MailFrom();

    [GeneratedRegex(@"^RCPT TO:\s*<(?<address>[^<>\r\n]+)>", RegexOptions.IgnoreCase)]
    private static partial Regex RecipientTo();
}
