using System.Buffers;
using System.Text;

namespace Training.Portal.Features.Calendars;

/// <summary>Writes the lines of a calendar (RFC 5545) as octets: at most 75 on a line, as the standard counts them, and never cut inside a character.</summary>
public sealed class CalendarLines
{
    private const int Longest = 75;
    private readonly ArrayBufferWriter<byte> written = new(4096);
    private byte[] line = new byte[1024];

    /// <summary>Everything so far; what comes then begins anew.</summary>
    public byte[] Take()
    {
        var octets = written.WrittenSpan.ToArray();
        written.ResetWrittenCount();
        return octets;
    }

    /// <summary>A line whose value is no free text: a date, an address, a name the standard gives.</summary>
    public void Raw(string name, ReadOnlySpan<char> value) => Fold(name, ':', value);

    /// <summary>A line of somebody's words.</summary>
    public void Text(string name, string words) => Fold(name, ':', CalendarText.Escaped(words));

    /// <summary>Lines written by others, folded anew. Only CR LF and LF end a line: anything else that looks like an end is a word's own character.</summary>
    public void Again(string lines)
    {
        var unfolded = lines.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal);
        foreach (var range in unfolded.AsSpan().Split('\n'))
            if (unfolded.AsSpan(range) is { IsEmpty: false } one)
                Fold(one, null, default);
    }

    public override string ToString() => Encoding.UTF8.GetString(written.WrittenSpan);

    private void Fold(ReadOnlySpan<char> name, char? between, ReadOnlySpan<char> value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(name.Length + value.Length + 1);
        if (line.Length < most)
            line = new byte[2 * most];
        var length = Encoding.UTF8.GetBytes(name, line);
        if (between is { } sign)
            line[length++] = (byte)sign;
        length += Encoding.UTF8.GetBytes(value, line.AsSpan(length));
        Fold(line.AsSpan(0, length));
    }

    private void Fold(ReadOnlySpan<byte> octets)
    {
        for (var room = Longest; octets.Length > room; room = Longest - 1)
        {
            var cut = room;
            while ((octets[cut] & 0b1100_0000) == 0b1000_0000)
                cut--;
            written.Write(octets[..cut]);
            written.Write("\r\n "u8);
            octets = octets[cut..];
        }

        written.Write(octets);
        written.Write("\r\n"u8);
    }
}
