using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Import;

/// <summary>
/// Does what a claimed import asks for: looks the file through, or applies it. The register changes and the row says so in one transaction:
/// whoever is killed before leaves nothing half.
/// </summary>
public sealed class RegisterImportWork(TrainingDb db, ImportClaims claims, RegisterImportRun run, TimeProvider time, ILogger<RegisterImportWork> log)
{
    /// <summary>To the end; whatever hinders it stands in the row afterwards.</summary>
    public async Task DoAsync(ImportClaim claim, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        try
        {
            await FinishAsync(claim, progress, cancellationToken);
        }
        catch (ImportException refusal)
        {
            await RefuseAsync(claim, refusal);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(failure, "Import {Import} of the register failed", claim.Id);
            await claims.GiveUpAsync(claim, ImportFailure.Unexpected, CancellationToken.None);
        }
    }

    private async Task FinishAsync(ImportClaim claim, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var import = await db.RegisterImports.AsNoTracking().SingleAsync(i => i.Id == claim.Id, cancellationToken);
        var (apply, origin) = (import.State == RegisterImportState.Applying, new ImportOrigin(import.MemberId, import.FileName));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var report = await run.RunAsync(import.Kind, await PlainAsync(import.Content!, cancellationToken), origin, apply, progress, cancellationToken);
        if (!apply)
            await transaction.RollbackAsync(cancellationToken); // Counted, and taken back.
        if (await TellAsync(claim, report, apply, cancellationToken) && apply)
            await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>False when the lease was lost: another process does the same work, and nothing of this one may stay.</summary>
    private async Task<bool> TellAsync(ImportClaim claim, ImportReport report, bool applied, CancellationToken cancellationToken)
    {
        var figures = JsonSerializer.Serialize(ImportFigures.Of(report));
        var rejected = Gzip.Pack(JsonSerializer.SerializeToUtf8Bytes(report.Rejected));
        DateTimeOffset? at = applied ? time.GetUtcNow() : null;
        return await claims.Held(claim).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, applied ? RegisterImportState.Applied : RegisterImportState.Ready).SetProperty(i => i.AppliedAt, at)
                .SetProperty(i => i.Figures, figures).SetProperty(i => i.Rejected, rejected).SetProperty(i => i.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(i => i.Content, i => applied ? null : i.Content),
            cancellationToken) == 1;
    }

    private Task<int> RefuseAsync(ImportClaim claim, ImportException refusal) => claims.Held(claim).ExecuteUpdateAsync(
        set => set.SetProperty(i => i.State, RegisterImportState.Refused).SetProperty(i => i.Failure, refusal.Refusal.ToString())
            .SetProperty(i => i.FailureLine, refusal.Line).SetProperty(i => i.Content, (byte[]?)null).SetProperty(i => i.LeasedUntil, (DateTimeOffset?)null),
        CancellationToken.None);

    private static async Task<byte[]> PlainAsync(byte[] packed, CancellationToken cancellationToken)
    {
        using var plain = new MemoryStream();
        await using var gzip = Gzip.Unpack(packed);
        await gzip.CopyToAsync(plain, cancellationToken);
        return plain.ToArray();
    }
}
