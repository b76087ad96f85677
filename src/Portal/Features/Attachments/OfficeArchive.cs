using System.IO.Compression;

namespace Training.Portal.Features.Attachments;

/// <summary>
/// Office documents are archives. They are looked at without being unpacked: what they declare to hold, how much it would
/// grow, and whether it carries macros.
/// </summary>
internal static class OfficeArchive
{
    private const int MostEntries = 5000;
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int HighestRatio = 100;

    /// <param name="folder">The folder that makes the kind: <c>word/</c>, <c>xl/</c>, <c>ppt/</c>.</param>
    public static AttachmentRefusal? Check(byte[] bytes, string folder) => Look(bytes, archive =>
        archive.GetEntry("[Content_Types].xml") is not null && archive.Entries.Any(e => e.FullName.StartsWith(folder, StringComparison.Ordinal)));

    /// <param name="type">What the entry <c>mimetype</c> must say.</param>
    public static AttachmentRefusal? CheckOpen(byte[] bytes, string type) => Look(bytes, archive =>
    {
        if (archive.GetEntry("mimetype") is not { Length: < 200 } entry)
            return false;
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd().Trim() == type;
    });

    private static AttachmentRefusal? Look(byte[] bytes, Func<ZipArchive, bool> isKind)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return IsDangerous(archive) ? AttachmentRefusal.Dangerous : isKind(archive) ? null : AttachmentRefusal.ContentDiffers;
        }
        catch (InvalidDataException)
        {
            return AttachmentRefusal.ContentDiffers;
        }
    }

    private static bool IsDangerous(ZipArchive archive) =>
        archive.Entries.Count > MostEntries
        || archive.Entries.Sum(e => e.Length) > MostUnpacked
        || archive.Entries.Any(e => e.Length > HighestRatio * Math.Max(1024, e.CompressedLength))
        || archive.Entries.Any(e => IsMacro(e.FullName));

    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);
}
