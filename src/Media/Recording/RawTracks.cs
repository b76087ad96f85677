using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Training.Media.Recording;

/// <summary>Copies raw track files as if they had been recorded at another time: for demonstrations, whose session is always a recent one.</summary>
public static partial class RawTracks
{
    private const int HeaderLength = 512;

    /// <summary>The earliest file is moved to <paramref name="start"/>, the others keep their distance from it.</summary>
    /// <param name="target">Created when missing; files of the same name are replaced.</param>
    public static void CopyAt(string source, string target, DateTimeOffset start)
    {
        Directory.CreateDirectory(target);
        var files = Directory.GetFiles(source, "*.mjr");
        var shift = (start - files.Min(FirstFrame)).Ticks / 10;
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            // Microseconds have sixteen digits until the year 2286, so nothing changes its length.
            var header = Moved(Encoding.Latin1.GetString(bytes, 0, Math.Min(HeaderLength, bytes.Length)), shift);
            Encoding.Latin1.GetBytes(header, bytes);
            File.WriteAllBytes(Path.Combine(target, Moved(Path.GetFileName(file), shift)), bytes);
        }
    }

    private static DateTimeOffset FirstFrame(string file)
    {
        using var reader = MjrReader.Open(file);
        return reader.Info.FirstFrame ?? throw new InvalidDataException($"{Path.GetFileName(file)} has no date");
    }

    private static string Moved(string text, long shift) => Instant().Replace(text, match =>
        (long.Parse(match.Value, CultureInfo.InvariantCulture) + shift).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<=[:-] ?)1\d{15}(?=[,}-])", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();
}
