using System.Text.RegularExpressions;

namespace Training.Media.Storage;

/// <summary>
/// Published replays on disk: <c>root/{replay key}/{version}/{file}</c>. Every name is checked against a narrow pattern
/// before it becomes part of a path, so nothing a browser sends can point elsewhere.
/// </summary>
/// <param name="root">Absolute directory; created when missing.</param>
public sealed partial class MediaFiles(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Absolute path of an existing published file, or null when there is none or a name is not one of ours.</summary>
    public string? Find(string replayKey, string version, string file)
    {
        if (!IsKey(replayKey) || !VersionPattern().IsMatch(version) || !FilePattern().IsMatch(file))
            return null;
        var path = Path.Combine(Root, replayKey, version, file);
        return File.Exists(path) ? path : null;
    }

    /// <summary>MIME type of a published file, by its name.</summary>
    public static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".m3u8" => "application/vnd.apple.mpegurl",
        ".m4s" => "video/iso.segment",
        ".mp4" => "video/mp4",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };

    /// <summary>Removes older versions of a replay once nobody is sent to them any more.</summary>
    public void RemoveVersionsExcept(string replayKey, string version)
    {
        foreach (var directory in Versions(replayKey))
            if (Path.GetFileName(directory) != version)
                Directory.Delete(directory, recursive: true);
    }

    /// <summary>Removes a replay altogether. A replay that is not there is not an error.</summary>
    public void Remove(string replayKey)
    {
        if (Directory.Exists(ReplayDirectory(replayKey)))
            Directory.Delete(ReplayDirectory(replayKey), recursive: true);
    }

    internal string ReplayDirectory(string replayKey) =>
        IsKey(replayKey) ? Path.Combine(Root, replayKey) : throw new ArgumentException("Not a replay key", nameof(replayKey));

    /// <summary>Where sound waits that was mixed before its session's end; never served.</summary>
    internal string ShelfDirectory(string replayKey) => Path.Combine(ReplayDirectory(replayKey), ".sound");

    private IEnumerable<string> Versions(string replayKey) =>
        Directory.Exists(ReplayDirectory(replayKey))
            ? Directory.EnumerateDirectories(ReplayDirectory(replayKey)).Where(d => VersionPattern().IsMatch(Path.GetFileName(d)))
            : [];

    private static bool IsKey(string replayKey) => KeyPattern().IsMatch(replayKey);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"\Ar[0-9a-f]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(
        @"\A(?:manifest\.json|master\.m3u8|(?:sound|picture\d{1,2})(?:\.m3u8|-init\.mp4|-\d{5,6}\.m4s))\z", RegexOptions.CultureInvariant)]
    private static partial Regex FilePattern();
}
