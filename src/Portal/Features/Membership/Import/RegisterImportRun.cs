using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Import;

/// <summary>Reads a file of either kind and writes it, or only tells what writing it would do.</summary>
public sealed class RegisterImportRun(TrainingDb db, ImportFile file, CollectiviteImport register, LapsedDomainImport lapsing, SessionGate gate)
{
    /// <summary>In the caller's transaction, or in one of its own.</summary>
    /// <param name="keep">False: everything is counted and taken back, by the caller where the transaction is theirs.</param>
    /// <exception cref="ImportException">The file is refused as a whole.</exception>
    public async Task<ImportReport> RunAsync(
        RegisterImportKind kind, ReadOnlyMemory<byte> content, ImportOrigin origin, bool keep, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var report = new ImportReport();
        using var text = ImportText.Open(content.Span);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        if (kind == RegisterImportKind.LapsedDomains)
            await lapsing.RunAsync(LapsedDomainImport.Read(text, report), report, origin, cancellationToken);
        else
            await MergeAsync(text, report, origin, progress, cancellationToken);
        if (keep && own is not null)
            await own.CommitAsync(cancellationToken);
        if (keep && kind == RegisterImportKind.LapsedDomains)
            gate.ForgetAll(); // Here at once, in other processes within 30 s.
        return report;
    }

    private async Task MergeAsync(TextReader text, ImportReport report, ImportOrigin origin, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var lapsed = await db.LapsedDomains.Select(d => d.Domain).ToHashSetAsync(cancellationToken);
        var rows = file.Read(text, report, lapsed);
        progress?.Report(ImportProgress.Read);
        await register.RunAsync(rows, report, origin, progress, cancellationToken);
    }
}
