using System.Text;

namespace Training.MailSink;

/// <summary>One letter as it was handed over: the envelope, and the bytes with dots unstuffed.</summary>
/// <param name="Number">1 for the first letter this sink received.</param>
/// <param name="Answered">False when the sink took the letter and cut the line before saying so.</param>
public sealed record SunkLetter(int Number, DateTimeOffset At, string From, IReadOnlyList<string> To, byte[] Content, bool Answered)
{
    /// <summary>The Message-ID header with its angle brackets, or an empty string.</summary>
    public string MessageId { get; } = HeaderOf(Content, "Message-ID");

    /// <summary>The unfolded value of the first header of that name, undecoded; empty when absent.</summary>
    public string Header(string name) => HeaderOf(Content, name);

    private static string HeaderOf(byte[] content, string name)
    {
        using var lines = new StringReader(Encoding.UTF8.GetString(content));
        var value = (StringBuilder?)null;
        while (lines.ReadLine() is { Length: > 0 } line)
        {
            var folded = line[0] is ' ' or '\t';
            if (value is not null && !folded)
            {
                break;
            }

            if (folded)
            {
                value?.Append(line);
            }
            else if (line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            {
                value = new StringBuilder(line[(name.Length + 1)..]);
            }
        }

        return value?.ToString().Trim() ?? "";
    }
}
