using System.Globalization;
using Training.Media.Packaging;

namespace Training.TestKit.Audit;

internal sealed record RecordingSeen(int ConferenceId, string State, string? Version, bool Purged);

/// <summary>What is published is whole, nothing else is visible, and the raw files are still there.</summary>
internal static class FileInvariants
{
    public static IEnumerable<string> Broken(string mediaDirectory, IEnumerable<RecordingSeen> recordings) =>
        recordings.SelectMany(recording => (recording.State == "Published" ? OfPublished(mediaDirectory, recording) : []).Concat(Left(mediaDirectory, recording)));

    /// <summary>I9: no folder of a work that is over; and nothing at all past the days promised.</summary>
    private static IEnumerable<string> Left(string mediaDirectory, RecordingSeen recording)
    {
        var key = recording.ConferenceId.ToString(CultureInfo.InvariantCulture);
        var replay = Path.Combine(mediaDirectory, "replays", key);
        if (recording.Purged && (Directory.Exists(replay) || Directory.Exists(Path.Combine(mediaDirectory, "raw", key))))
            yield return $"I5 conference {key} is said to be removed and has files";
        if (recording.State is "Running" or "Waiting" or "Packaging" || !Directory.Exists(replay))
            yield break;
        foreach (var left in Directory.EnumerateDirectories(replay, ".*"))
            yield return $"I9 conference {key}: {Path.GetFileName(left)} is left over";
    }

    private static IEnumerable<string> OfPublished(string mediaDirectory, RecordingSeen recording)
    {
        var key = recording.ConferenceId.ToString(CultureInfo.InvariantCulture);
        var replay = Path.Combine(mediaDirectory, "replays", key, recording.Version ?? "");
        var manifest = Path.Combine(replay, ReplayManifest.FileName);
        if (!File.Exists(manifest))
            return [$"I4 conference {key} is published without a manifest"];
        return Empty(replay).Select(f => $"I4 conference {key}: {f} is empty")
            .Concat(Listed(replay).Where(f => !File.Exists(Path.Combine(replay, f))).Select(f => $"I4 conference {key}: {f} is listed and missing"))
            .Concat(Unended(replay).Select(f => $"I4 conference {key}: {f} has no end"))
            .Concat(MissingRaw(mediaDirectory, key, manifest));
    }

    private static IEnumerable<string> Empty(string replay) =>
        Directory.EnumerateFiles(replay).Where(f => new FileInfo(f).Length == 0).Select(f => Path.GetFileName(f));

    private static IEnumerable<string> Listed(string replay) =>
        Directory.EnumerateFiles(replay, "*.m3u8").SelectMany(File.ReadLines).Where(line => line.Length > 0 && line[0] != '#');

    private static IEnumerable<string> Unended(string replay) =>
        Directory.EnumerateFiles(replay, "*.m3u8").Where(f => Path.GetFileName(f) != "master.m3u8" && !File.ReadAllText(f).Contains("#EXT-X-ENDLIST", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f));

    private static IEnumerable<string> MissingRaw(string mediaDirectory, string key, string manifest) =>
        ReplayManifest.Read(manifest)!.Raw.Where(raw => !File.Exists(Path.Combine(mediaDirectory, "raw", key, raw.Name)))
            .Select(raw => $"I4 conference {key}: raw file {raw.Name} is gone");
}
