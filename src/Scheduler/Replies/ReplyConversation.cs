using System.Text;
using System.Text.RegularExpressions;

namespace Training.Scheduler.Replies;

/// <summary>One connection of a mail server: SMTP (RFC 5321), or LMTP (RFC 2033) when it says LHLO. Only addresses that we signed are recipients.</summary>
internal sealed partial class ReplyConversation(Stream stream, ReplyDelivery delivery)
{
    private const int MostBytes = 25 * 1024 * 1024;
    private const int MostRecipients = 20;

    private readonly MailLines lines = new(stream);
    private readonly List<MailAim> aims = [];
    private string? from;
    private bool local;
    private bool over;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await SayAsync("220 localhost replies", cancellationToken);
        while (!over && await lines.ReadTextAsync(cancellationToken) is { } line)
        {
            if (line.Trim().Equals("DATA", StringComparison.OrdinalIgnoreCase))
                await DataAsync(cancellationToken);
            else
                await SayAsync(Answer(line), cancellationToken);
        }
    }

    private string Answer(string line)
    {
        switch (line.Split(' ', 2)[0].ToUpperInvariant())
        {
            case "EHLO" or "LHLO":
                local = line.StartsWith('L') || line.StartsWith('l');
                Forget();
                return $"250-localhost\r\n250-PIPELINING\r\n250-SIZE {MostBytes}\r\n250-8BITMIME\r\n250 SMTPUTF8";
            case "HELO" or "RSET":
                Forget();
                return "250 OK";
            case "MAIL":
                return Sender(line);
            case "RCPT":
                return Recipient(line);
            case "NOOP":
                return "250 OK";
            case "QUIT":
                over = true;
                return "221 Bye";
            default:
                return "502 Not known here";
        }
    }

    private string Sender(string line)
    {
        if (MailFrom().Match(line) is not { Success: true } match)
            return "501 MAIL FROM:<address>";
        if (match.Groups["size"].Value is { Length: > 0 } size && (size.Length > 9 || int.Parse(size, System.Globalization.CultureInfo.InvariantCulture) > MostBytes))
            return "552 5.3.4 Too long";
        Forget();
        from = match.Groups["address"].Value;
        return "250 OK";
    }

    private string Recipient(string line)
    {
        if (from is null)
            return "503 MAIL first";
        if (aims.Count == MostRecipients)
            return "452 4.5.3 Too many recipients";
        if (RecipientTo().Match(line) is not { Success: true } match || delivery.Aim(match.Groups["address"].Value) is not { } aim)
            return "550 5.1.1 No such reply address";
        aims.Add(aim);
        return "250 OK";
    }

    private async Task DataAsync(CancellationToken cancellationToken)
    {
        if (from is not { } sender || aims.Count == 0)
        {
            await SayAsync("503 RCPT first", cancellationToken);
            return;
        }

        await SayAsync("354 Go on, end with a lone dot", cancellationToken);
        if (await lines.ReadDataAsync(MostBytes, cancellationToken) is not { } data)
            over = true;
        else
            await DeliverAsync(sender, data.TooLong ? null : data.Content, cancellationToken);
        Forget();
    }

    /// <summary>LMTP hears an answer for each recipient, SMTP one for all: the worst, so that whatever failed comes again (and the rest is then known).</summary>
    private async Task DeliverAsync(string sender, byte[]? content, CancellationToken cancellationToken)
    {
        List<string> answers = [];
        foreach (var aim in aims)
            answers.Add(content is null ? "552 5.3.4 Too long" : await delivery.DeliverAsync(aim, sender, content, cancellationToken));
        await SayAsync(local ? string.Join("\r\n", answers) : answers.Contains(ReplyDelivery.NotNow) ? ReplyDelivery.NotNow : answers[0], cancellationToken);
    }

    private void Forget()
    {
        from = null;
        aims.Clear();
    }

    private async Task SayAsync(string answer, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), cancellationToken);

    [GeneratedRegex(@"^MAIL FROM:\s*<(?<address>[^<>\r\n]*)>(?:.*\bSIZE=(?<size>\d{1,15}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MailFrom();

    [GeneratedRegex(@"^RCPT TO:\s*<(?<address>[^<>\r\n]+)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RecipientTo();
}
