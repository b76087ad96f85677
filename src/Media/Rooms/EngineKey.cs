using System.Text.RegularExpressions;

namespace Training.Media.Rooms;

/// <summary>The keys of rooms and feeds become part of file names: letters, digits, dash and underscore only.</summary>
internal static partial class EngineKey
{
    public static string Check(string key) => Form().IsMatch(key)
        ? key
        : throw new RoomEngineException(RoomRefusal.Failed, "A room or feed key is 1 to 64 letters, digits, '-' or '_'");

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Form();
}
