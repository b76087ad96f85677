using System.Text.RegularExpressions;

namespace Training.Media.Rooms.Sdp;

/// <summary>A description cut into its session part and its media, nothing judged yet beyond its form.</summary>
internal sealed partial record SdpText(string Origin, IReadOnlyList<string> SessionAttributes, IReadOnlyList<SdpMedium> Media)
{
    private const int MaxLines = 1000;

    public static SdpText? Parse(string sdp)
    {
        var lines = sdp.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        if (lines.Length is < 4 or > MaxLines || lines[0] != "v=0" || !OriginLine().IsMatch(lines[1])) return null;
        if (!lines.All(line => AnyLine().IsMatch(line))) return null;
        var session = Attributes(lines.TakeWhile(line => !IsMedium(line)));
        var media = Cut(lines).Select(SdpMedium.Parse).ToList();
        return media.Contains(null) ? null : new SdpText(lines[1], session, media!);
    }

    private static IEnumerable<IReadOnlyList<string>> Cut(string[] lines)
    {
        var starts = Enumerable.Range(0, lines.Length).Where(i => IsMedium(lines[i])).ToList();
        return starts.Select((start, i) => lines[start..(i + 1 < starts.Count ? starts[i + 1] : lines.Length)]);
    }

    internal static List<string> Attributes(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.StartsWith("a=", StringComparison.Ordinal)).Select(line => line[2..])];

    private static bool IsMedium(string line) => line.StartsWith("m=", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[a-z]=.{1,2000}\z")]
    private static partial Regex AnyLine();

    [GeneratedRegex(@"\Ao=[^ ]{1,64} [0-9]{1,20} [0-9]{1,20} IN IP[46] [0-9A-Za-z.:-]{1,64}\z")]
    private static partial Regex OriginLine();
}
