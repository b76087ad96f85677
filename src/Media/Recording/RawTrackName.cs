using System.Globalization;
using System.Text.RegularExpressions;

namespace Training.Media.Recording;

/// <summary>
/// What the engine's file name tells: whose feed, sound or picture, when the file was opened. Names come from our own feed
/// keys, yet a file that does not fit the pattern is never opened.
/// </summary>
public sealed partial record RawTrackName(string FeedKey, bool IsVideo, DateTimeOffset? Opened)
{
    public static RawTrackName? Parse(string fileName)
    {
        var match = Pattern().Match(fileName);
        return match.Success
            ? new RawTrackName(match.Groups["feed"].Value, match.Groups["kind"].Value == "video", Instant(match.Groups["opened"].Value))
            : null;
    }

    private static DateTimeOffset? Instant(string microseconds) =>
        long.TryParse(microseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? DateTimeOffset.UnixEpoch.AddMicroseconds(value)
            : null;

    [GeneratedRegex(
        @"\A(?:videoroom-[A-Za-z0-9_-]{1,80}-user-)?(?<feed>[A-Za-z0-9_][A-Za-z0-9_-]{0,79}?)(?:-(?<opened>\d{16}))?-(?<kind>audio|video)-\d{1,2}\.mjr\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
