using System.Text.RegularExpressions;

namespace Training.Media.Rooms.Sdp;

/// <summary>
/// When a publisher's browser offers to say at which instant each picture and sound was captured, the answer accepts. The engine knows nothing
/// of it, yet writes every packet to the raw files as it came: packaging puts sound and picture in step with it.
/// Source: webrtc.org, <c>abs-capture-time</c>.
/// </summary>
public static partial class CaptureTimes
{
    public const string Extension = "http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time";

    /// <param name="offer">As the gate let it pass.</param>
    /// <param name="answer">The engine's.</param>
    /// <returns>The answer, each medium naming the extension by the number that the offer gave it there.</returns>
    public static string Accept(string offer, string answer)
    {
        if (SdpText.Parse(offer) is not { } text)
            return answer;
        var numbers = text.Media.Where(medium => Number(medium) is not null).ToDictionary(medium => medium.Mid, medium => Number(medium)!);
        return Mid().Replace(answer, line => numbers.TryGetValue(line.Groups["mid"].Value, out var number)
            ? $"{line.Value}a=extmap:{number} {Extension}\r\n"
            : line.Value);
    }

    private static string? Number(SdpMedium medium) => medium.Values("extmap")
        .Where(value => value.EndsWith($" {Extension}", StringComparison.Ordinal)).Select(value => value.Split(' ', '/')[0]).FirstOrDefault();

    [GeneratedRegex(@"a=mid:(?<mid>[A-Za-z0-9_-]{1,16})\r?\n")]
    private static partial Regex Mid();
}
