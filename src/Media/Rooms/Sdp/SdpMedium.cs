using System.Text.RegularExpressions;

namespace Training.Media.Rooms.Sdp;

/// <summary>One m= section: its line and its attributes in order.</summary>
internal sealed partial record SdpMedium(string Kind, int Port, string Protocol, IReadOnlyList<int> PayloadTypes, IReadOnlyList<string> Attributes)
{
    public string Mid => Value("mid") ?? "";

    public static SdpMedium? Parse(IReadOnlyList<string> lines)
    {
        var attributes = SdpText.Attributes(lines);
        var match = MediumLine().Match(lines[0]);
        if (!match.Success) return null;
        var kind = match.Groups["kind"].Value;
        // A data channel's formats are not numbers; its kind is enough to refuse it by name.
        int[] types = kind is "audio" or "video" ? [.. match.Groups["type"].Captures.Select(type => Number(type.Value))] : [];
        if (types.Contains(-1)) return null;
        return new SdpMedium(kind, Number(match.Groups["port"].Value), match.Groups["protocol"].Value, types, attributes);
    }

    public bool Has(string attribute) => Attributes.Contains(attribute);

    /// <summary>Value of the first attribute of that name.</summary>
    public string? Value(string name) => Values(name).FirstOrDefault();

    public IEnumerable<string> Values(string name) =>
        Attributes.Where(a => a.StartsWith(name + ":", StringComparison.Ordinal)).Select(a => a[(name.Length + 1)..]);

    /// <summary>What follows a payload type in <c>rtpmap</c>, <c>fmtp</c> or <c>rtcp-fb</c>.</summary>
    public IEnumerable<string> Of(int payloadType, string name) =>
        Values(name).Where(v => v.StartsWith(payloadType + " ", StringComparison.Ordinal)).Select(v => v[(v.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    private static int Number(string digits) => int.TryParse(digits, out var number) && number <= 65535 ? number : -1;

    [GeneratedRegex(@"\Am=(?<kind>[a-z]{1,16}) (?<port>[0-9]{1,5}) (?<protocol>[A-Za-z/]{1,32})( (?<type>[A-Za-z0-9-]{1,32})){1,128}\z")]
    private static partial Regex MediumLine();
}
