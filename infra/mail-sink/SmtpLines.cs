using System.Text;

namespace Training.MailSink;

/// <summary>Reads CRLF lines and DATA from a stream, whatever the packets.</summary>
internal sealed class SmtpLines(Stream stream)
{
    private const int LongestLine = 64 * 1024;
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    /// <summary>One line without its CRLF; null when the other side closed. Only CRLF ends a line (no smuggling by a bare LF).</summary>
    /// <exception cref="InvalidDataException">The line is longer than 64 KB.</exception>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>(128);
        while (true)
        {
            if (start == end && !await FillAsync(cancellationToken))
            {
                return null;
            }

            var next = buffer[start++];
            if (next == '\n' && line is [.., (byte)'\r'])
            {
                line.RemoveAt(line.Count - 1);
                return [.. line];
            }

            line.Add(next);
            if (line.Count > LongestLine)
            {
                throw new InvalidDataException("Line too long.");
            }
        }
    }

    public async Task<string?> ReadTextAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) is { } line ? Encoding.UTF8.GetString(line) : null;

    /// <summary>The lines up to the lone dot, dots unstuffed; null when the other side closed before it. Beyond <paramref name="maximum"/> bytes the rest is read and dropped.</summary>
    public async Task<(byte[] Content, bool TooLong)?> ReadDataAsync(int maximum, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var tooLong = false;
        while (await ReadAsync(cancellationToken) is { } line)
        {
            if (line is [(byte)'.'])
            {
                return (content.ToArray(), tooLong);
            }

            var text = line is [(byte)'.', ..] ? line.AsSpan(1) : line;
            tooLong |= content.Length + text.Length + 2 > maximum;
            if (!tooLong)
            {
                content.Write(text);
                content.Write("\r\n"u8);
            }
        }

        return null;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        start = 0;
        end = await stream.ReadAsync(buffer, cancellationToken);
        return end > 0;
    }
}
