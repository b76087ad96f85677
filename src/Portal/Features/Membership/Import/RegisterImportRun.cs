using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Import;

/// <summary>Reads a file of either kind and writes it, or only tells what writing it would do.</summary>
public sealed class RegisterImportRun(TrainingDb db, ImportFile file, CollectiviteImport register, LapsedDomainImport lapsing, SessionGate gate)
{
    /// <param name="keep">False: everything is counted and taken back.</param>
    /// <exception cref="ImportException">The file is refused as a whole.</exception>
    public async Task<ImportReport> RunAsync(
        RegisterImportKind kind, ReadOnlyMemory<byte> content, ImportOrigin origin, bool keep, CancellationToken cancellationToken = default)
    {
        var report = new ImportReport();
        using var text = ImportText.Open(content.Span);
        if (kind == RegisterImportKind.LapsedDomains)
            await LapseAsync(text, report, origin, keep, cancellationToken);
        else
            await MergeAsync(text, report, origin, keep, cancellationToken);
        return report;
    }

    private async Task MergeAsync(TextReader text, ImportReport report, ImportOrigin origin, bool keep, CancellationToken cancellationToken)
    {
        var lapsed = await db.LapsedDomains.Select(d => d.Domain).ToHashSetAsync(cancellationToken);
        var rows = file.Read(text, report, lapsed);
        if (keep)
            await register.WriteAsync(rows, report, origin, cancellationToken);
        else
            await register.PreviewAsync(rows, report, origin, cancellationToken);
    }

    private async Task LapseAsync(TextReader text, ImportReport report, ImportOrigin origin, bool keep, CancellationToken cancellationToken)
    {
        await lapsing.RunAsync(LapsedDomainImport.Read(text, report), report, origin, keep, cancellationToken);
        if (keep)
            gate.ForgetAll();
    }
}
