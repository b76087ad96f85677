using System.Security.Cryptography;
using System.Text;
using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <summary>The raw track files of one session, hashed before anything is made of them.</summary>
internal sealed record RawFolder(string Directory, IReadOnlyList<RawFile> Files)
{
    private const int PackagerRevision = 2;

    public long Bytes => Files.Sum(f => f.Bytes);

    public static RawFolder Read(string directory) =>
        new(directory, [.. Tracks(directory).AsParallel().AsOrdered().Select(Hash)]);

    /// <summary>Raw files by their names; what is not named as the engine does, or is a link, is not opened.</summary>
    public static IEnumerable<FileInfo> Tracks(string directory) =>
        System.IO.Directory.Exists(directory)
            ? new DirectoryInfo(directory).EnumerateFiles("*.mjr")
                .Where(file => file.LinkTarget is null && RawTrackName.Parse(file.Name) is not null)
                .OrderBy(file => file.Name, StringComparer.Ordinal)
            : [];

    /// <summary>Same raw files, feeds and packager: same version, so that packaging twice publishes once.</summary>
    public string Version(IReadOnlyDictionary<string, RecordedFeed> feeds)
    {
        var text = new StringBuilder().Append(PackagerRevision).Append('\n');
        foreach (var file in Files)
            text.Append(file.Name).Append(' ').Append(file.Sha256).Append('\n');
        foreach (var (key, feed) in feeds.OrderBy(f => f.Key, StringComparer.Ordinal))
            text.Append(key).Append('\0').Append(feed.Owner).Append('\0').Append(feed.Kind).Append('\0').Append(feed.Label).Append('\n');
        return "r" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    public IEnumerable<RawScan> Scan() =>
        Files.AsParallel().AsOrdered().Select(file => RawScan.Of(Path.Combine(Directory, file.Name), RawTrackName.Parse(file.Name)!));

    private static RawFile Hash(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        return new RawFile(file.Name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
