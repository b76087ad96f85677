using System.Text.RegularExpressions;

namespace Training.Media.Rooms;

/// <summary>A feed's identity becomes part of file names: letters, digits, dash and underscore only.</summary>
internal static partial class FeedKey
{
    public static string Check(string feedKey) => Form().IsMatch(feedKey)
        ? feedKey
        : throw new RoomEngineException(RoomRefusal.Failed, "A feed key is 1 to 64 letters, digits, '-' or '_'");

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Form();
}
