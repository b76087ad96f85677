using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Training.Portal.Data;

namespace Training.Portal.Features.Attachments;

/// <summary>A file that was taken; its bytes are in the store.</summary>
public sealed record ReceivedFile(string Name, string ContentType, int Size, string Hash);

/// <summary>Takes files after looking into them, and gives them back as downloads: never shown, never run.</summary>
public sealed class AttachmentStore(TrainingDb db)
{
    public async Task<(ReceivedFile? File, AttachmentRefusal? Refusal)> ReceiveAsync(IFormFile file, CancellationToken cancellationToken = default)
    {
        return file.Length > AttachmentRule.MostBytes
            ? (null, AttachmentRefusal.TooLarge)
            : await ReceiveAsync(file.FileName, await BytesAsync(file, cancellationToken), cancellationToken);
    }

    /// <param name="name">As whoever sent it says.</param>
    public async Task<(ReceivedFile? File, AttachmentRefusal? Refusal)> ReceiveAsync(string name, byte[] bytes, CancellationToken cancellationToken = default)
    {
        var kept = AttachmentRule.CleanName(name);
        var (type, refusal) = AttachmentRule.Decide(kept, bytes);
        if (type is null)
            return (null, refusal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO attachment_contents (hash, bytes) VALUES ({hash}, {bytes}) ON CONFLICT (hash) DO UPDATE SET stored_at = now()", cancellationToken);
        return (new ReceivedFile(kept, type, bytes.Length, hash), null);
    }

    /// <summary>The caller has checked that the reader may have it.</summary>
    public async Task<IResult> DownloadAsync(HttpContext context, string hash, string name, string contentType, CancellationToken cancellationToken = default)
    {
        var bytes = await db.AttachmentContents.Where(c => c.Hash == hash).Select(c => c.Bytes).SingleOrDefaultAsync(cancellationToken);
        if (bytes is null)
            return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(bytes, contentType, name, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream((int)file.Length);
        await file.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }
}
