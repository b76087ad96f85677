using System.Text;

namespace Training.Portal.Features.Calendars;

/// <summary>Lines of at most 75 octets, as RFC 5545 counts them: Ical.Net counts characters, and French has accents.</summary>
public static class FoldedLines
{
    private const int Longest = 75;

    /// <summary>Only CR LF and LF end a line: anything else that looks like a line end is a word's own character.</summary>
    public static string Of(string content)
    {
        var folded = new StringBuilder();
        var unfolded = content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal);
        foreach (var line in unfolded.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Fold(folded, line);
        return folded.ToString();
    }

    /// <summary>Never inside a character; the space that continues a line counts.</summary>
    private static void Fold(StringBuilder folded, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Longest)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        folded.Append("\r\n");
    }
}
