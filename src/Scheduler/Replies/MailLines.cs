using System.Text;

namespace Training.Scheduler.Replies;

/// <summary>Reads the lines of a mail server. Only CRLF ends a line: a bare LF smuggles nothing. Silence ends the conversation.</summary>
internal sealed class MailLines(Stream stream)
{
    private const int LongestLine = 64 * 1024;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>Null when the other side closed.</summary>
    /// <exception cref="InvalidDataException">The line is longer than 64 KB.</exception>
    public async Task<string?> ReadTextAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) is { } line ? Encoding.UTF8.GetString(line.Span) : null;

    /// <summary>The lines up to the lone dot, dots unstuffed; null when the other side closed before it. Beyond <paramref name="most"/> bytes the rest is read and dropped.</summary>
    public async Task<(byte[] Content, bool TooLong)?> ReadDataAsync(int most, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var tooLong = false;
        while (await ReadAsync(cancellationToken) is { } line)
        {
            if (line.Span is [(byte)'.'])
                return (content.ToArray(), tooLong);
            var text = line.Span is [(byte)'.', ..] ? line[1..] : line;
            tooLong |= content.Length + text.Length + 2 > most;
            if (!tooLong)
            {
                content.Write(text.Span);
                content.Write("\r\n"u8);
            }
        }

        return null;
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>(128);
        while (true)
        {
            if (start == end && !await FillAsync(cancellationToken))
                return null;
            var next = buffer[start++];
            line.Add(next);
            if (next == '\n' && line is [.., (byte)'\r', _])
                return line.ToArray().AsMemory(0, line.Count - 2);
            if (line.Count > LongestLine)
                throw new InvalidDataException("A line of the mail server is too long.");
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(Silence);
        start = 0;
        end = await stream.ReadAsync(buffer, silence.Token);
        return end > 0;
    }
}
