using System.Text;

namespace Training.Portal.Features.Attachments;

/// <summary>What may be attached: the kinds an office exchanges, told by their content and not by what the browser says.</summary>
public static class AttachmentRule
{
    public const int MostBytes = 10 * 1024 * 1024;
    private const int LongestName = 120;

    private static readonly Dictionary<string, (string ContentType, Func<byte[], AttachmentRefusal?> Check)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("application/pdf", bytes => Begins(bytes, "%PDF-"u8)),
        [".png"] = ("image/png", bytes => Begins(bytes, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        [".jpg"] = ("image/jpeg", bytes => Begins(bytes, [0xFF, 0xD8, 0xFF])),
        [".jpeg"] = ("image/jpeg", bytes => Begins(bytes, [0xFF, 0xD8, 0xFF])),
        [".txt"] = ("text/plain", IsText),
        [".csv"] = ("text/csv", IsText),
        [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", bytes => OfficeArchive.Check(bytes, "word/")),
        [".xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes => OfficeArchive.Check(bytes, "xl/")),
        [".pptx"] = ("application/vnd.openxmlformats-officedocument.presentationml.presentation", bytes => OfficeArchive.Check(bytes, "ppt/")),
        [".odt"] = ("application/vnd.oasis.opendocument.text", bytes => OfficeArchive.CheckOpen(bytes, "application/vnd.oasis.opendocument.text")),
        [".ods"] = ("application/vnd.oasis.opendocument.spreadsheet", bytes => OfficeArchive.CheckOpen(bytes, "application/vnd.oasis.opendocument.spreadsheet")),
        [".odp"] = ("application/vnd.oasis.opendocument.presentation", bytes => OfficeArchive.CheckOpen(bytes, "application/vnd.oasis.opendocument.presentation")),
    };

    /// <summary>The endings that are taken, for people and for the file picker: « .pdf,.png… ».</summary>
    public static string Endings => string.Join(',', Kinds.Keys);

    /// <returns>The type to serve it with, or why it is not taken.</returns>
    public static (string? ContentType, AttachmentRefusal? Refusal) Decide(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
            return (null, AttachmentRefusal.Missing);
        if (bytes.Length > MostBytes)
            return (null, AttachmentRefusal.TooLarge);
        if (!Kinds.TryGetValue(Path.GetExtension(name), out var kind))
            return (null, AttachmentRefusal.KindUnknown);
        return kind.Check(bytes) is { } refusal ? (null, refusal) : (kind.ContentType, null);
    }

    /// <summary>The file's own name as it is shown and offered again: no folder, no control or reversing character, not too long. It never becomes a path here.</summary>
    public static string CleanName(string typed)
    {
        var name = typed[(typed.LastIndexOfAny(['/', '\\']) + 1)..];
        name = new string([.. name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))]).TrimStart().TrimEnd(' ', '.');
        var (ending, stem) = (Path.GetExtension(name), Path.GetFileNameWithoutExtension(name));
        return (stem.Length == 0 ? "fichier" : stem[..Math.Min(stem.Length, LongestName - ending.Length)]) + ending.ToLowerInvariant();
    }

    private static AttachmentRefusal? Begins(byte[] bytes, ReadOnlySpan<byte> signature) =>
        bytes.AsSpan().StartsWith(signature) ? null : AttachmentRefusal.ContentDiffers;

    /// <summary>Text has no zero byte, and does not begin as a page or a drawing that a browser would run.</summary>
    private static AttachmentRefusal? IsText(byte[] bytes)
    {
        var beginning = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 1024)).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return Array.IndexOf(bytes, (byte)0) >= 0 || beginning.StartsWith('<') || beginning.StartsWith("%PDF", StringComparison.Ordinal) || beginning.StartsWith("MZ", StringComparison.Ordinal)
            ? AttachmentRefusal.ContentDiffers : null;
    }
}
