using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Import;

/// <summary>Keeps a file with what it will change, and applies it once.</summary>
public sealed class RegisterImportDesk(TrainingDb db, RegisterImportRun run, TimeProvider time)
{
    /// <summary>In bytes; a country is 4 MB. Below what the server itself refuses (30 MB).</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Nothing is written but the file and what it would do.</summary>
    /// <exception cref="ImportException">The file is refused as a whole.</exception>
    public async Task<int> PrepareAsync(RegisterImportKind kind, string fileName, byte[] content, int memberId, CancellationToken cancellationToken = default)
    {
        var report = await run.RunAsync(kind, content, new ImportOrigin(memberId, fileName), keep: false, cancellationToken);
        await ForgetAsync(cancellationToken);
        var import = new RegisterImport
        {
            Kind = kind,
            FileName = fileName,
            MemberId = memberId,
            UploadedAt = time.GetUtcNow(),
            Content = Gzip.Pack(content),
            Figures = JsonSerializer.Serialize(ImportFigures.Of(report)),
            Rejected = Gzip.Pack(JsonSerializer.SerializeToUtf8Bytes(report.Rejected)),
        };
        db.RegisterImports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        return import.Id;
    }

    /// <summary>False when it was applied already, or its content is gone. Doing it twice at once does it once and then again without effect.</summary>
    public async Task<bool> ApplyAsync(int id, CancellationToken cancellationToken = default)
    {
        var import = await db.RegisterImports.SingleOrDefaultAsync(i => i.Id == id && i.AppliedAt == null, cancellationToken);
        if (import?.Content is not { } content)
            return false;
        var report = await run.RunAsync(import.Kind, await PlainAsync(content, cancellationToken), new ImportOrigin(import.MemberId, import.FileName), keep: true, cancellationToken);
        import.AppliedAt = time.GetUtcNow();
        import.Content = null;
        import.Figures = JsonSerializer.Serialize(ImportFigures.Of(report));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<RejectedLine>> RejectedAsync(int id, CancellationToken cancellationToken = default)
    {
        var packed = await db.RegisterImports.Where(i => i.Id == id).Select(i => i.Rejected).SingleAsync(cancellationToken);
        await using var json = Gzip.Unpack(packed);
        return (await JsonSerializer.DeserializeAsync<List<RejectedLine>>(json, cancellationToken: cancellationToken))!;
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Kept;
        await db.RegisterImports.Where(i => i.AppliedAt == null && i.UploadedAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<byte[]> PlainAsync(byte[] packed, CancellationToken cancellationToken)
    {
        using var plain = new MemoryStream();
        await using var gzip = Gzip.Unpack(packed);
        await gzip.CopyToAsync(plain, cancellationToken);
        return plain.ToArray();
    }
}
