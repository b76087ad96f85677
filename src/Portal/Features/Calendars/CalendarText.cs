using System.Buffers;

namespace Training.Portal.Features.Calendars;

/// <summary>Somebody's words as a calendar takes them: no word becomes a property, a parameter or a line of its own.</summary>
internal static class CalendarText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\;,\n\r");
    private static readonly SearchValues<char> OfParameters = SearchValues.Create(":;,");

    /// <summary>For the value of a property (RFC 5545, 3.3.11).</summary>
    public static string Escaped(string words) => !words.AsSpan().ContainsAny(Special) ? words : words
        .ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>For a parameter, where nothing can be escaped: on one line, without the sign that quotes, quoted where it must be.</summary>
    public static string Parameter(string words)
    {
        var plain = OneLine(words.Replace("\"", "", StringComparison.Ordinal));
        return plain.AsSpan().ContainsAny(OfParameters) ? $"\"{plain}\"" : plain;
    }

    /// <summary>On one line, without control characters.</summary>
    public static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => string.Concat(word.Where(c => !char.IsControl(c))))
        .Where(word => word.Length > 0));

    /// <summary>On as many lines as it has, without other control characters.</summary>
    public static string Lines(string words) => string.Concat(words.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c)));
}
