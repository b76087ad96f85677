using MimeKit;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>The files somebody put into a mail: not its words, not the pictures of a signature, not what proves who signed.</summary>
public static class ReplyFiles
{
    /// <summary>Name and content; null content for what is no file (a whole mail attached).</summary>
    public static IEnumerable<(string Name, byte[]? Bytes)> Of(MimeMessage mail)
    {
        foreach (var entity in mail.BodyParts)
        {
            if (entity is MessagePart)
                yield return ("message.eml", null);
            else if (entity is MimePart { FileName: { Length: > 0 } name } part && IsFile(part))
                yield return (name, Bytes(part));
        }
    }

    private static bool IsFile(MimePart part) =>
        (part.IsAttachment || part.ContentId is null)
        && !part.ContentType.IsMimeType("application", "pkcs7-signature") && !part.ContentType.IsMimeType("application", "x-pkcs7-signature")
        && !part.ContentType.IsMimeType("application", "pgp-signature") && !part.ContentType.IsMimeType("application", "pgp-keys")
        && !part.ContentType.IsMimeType("text", "vcard") && !part.ContentType.IsMimeType("text", "x-vcard");

    private static byte[] Bytes(MimePart part)
    {
        using var copy = new MemoryStream();
        part.Content?.DecodeTo(copy);
        return copy.ToArray();
    }
}
