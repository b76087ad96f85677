using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Import;

/// <summary>One process's hold on the import under way. <see cref="Attempt"/> tells it from earlier holds: a late one settles nothing.</summary>
public sealed record ImportClaim(int Id, int Attempt);

/// <summary>Hands the import under way to one process, under a lease kept in its row. A process that dies loses it, and the next begins anew.</summary>
public sealed class ImportClaims(TrainingDb db, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How often the same work is begun by processes that do not see its end, before a person is asked.</summary>
    public const int MostAttempts = 3;

    public Task<bool> IsDueAsync(CancellationToken cancellationToken = default) => Due(time.GetUtcNow()).AnyAsync(cancellationToken);

    /// <returns>Null when nothing is to be done, or another process does it.</returns>
    public async Task<ImportClaim?> ClaimAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (await Due(now).Select(i => new ImportClaim(i.Id, i.Attempts)).SingleOrDefaultAsync(cancellationToken) is not { } before)
            return null;
        if (before.Attempt >= MostAttempts)
        {
            await GiveUpAsync(before, ImportFailure.Interrupted, cancellationToken);
            return null;
        }

        var claim = before with { Attempt = before.Attempt + 1 };
        return await Due(now).Where(i => i.Id == before.Id && i.Attempts == before.Attempt).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.Attempts, claim.Attempt).SetProperty(i => i.Percent, 0).SetProperty(i => i.LeasedUntil, now + Lease),
            cancellationToken) == 1 ? claim : null;
    }

    /// <param name="percent">How far the work is, for those who wait.</param>
    /// <returns>False when the lease was lost: stop working.</returns>
    public async Task<bool> RenewAsync(ImportClaim claim, int percent, CancellationToken cancellationToken = default)
    {
        var until = time.GetUtcNow() + Lease;
        return await Held(claim).ExecuteUpdateAsync(set => set.SetProperty(i => i.LeasedUntil, until).SetProperty(i => i.Percent, percent), cancellationToken) == 1;
    }

    /// <summary>Given back untouched, when the process is asked to stop: the next one starts at once.</summary>
    public Task ReleaseAsync(ImportClaim claim, CancellationToken cancellationToken = default) => Held(claim).ExecuteUpdateAsync(
        set => set.SetProperty(i => i.Attempts, i => i.Attempts - 1).SetProperty(i => i.LeasedUntil, (DateTimeOffset?)null), cancellationToken);

    /// <summary>Back to where a person decides: a file that was looked through may be applied again, another must be given again.</summary>
    public Task GiveUpAsync(ImportClaim claim, ImportFailure why, CancellationToken cancellationToken = default) => Held(claim).ExecuteUpdateAsync(
        set => set.SetProperty(i => i.State, i => i.State == RegisterImportState.Applying ? RegisterImportState.Ready : RegisterImportState.Refused)
            .SetProperty(i => i.Failure, why.ToString()).SetProperty(i => i.LeasedUntil, (DateTimeOffset?)null),
        cancellationToken);

    /// <summary>The row, as long as this hold on it is the current one.</summary>
    public IQueryable<RegisterImport> Held(ImportClaim claim) => db.RegisterImports.Where(i => i.Id == claim.Id && i.UnderWay == true && i.Attempts == claim.Attempt);

    /// <summary>Waits for a process, or is held by one that has died.</summary>
    private IQueryable<RegisterImport> Due(DateTimeOffset now) => db.RegisterImports.Where(i => i.UnderWay == true && (i.LeasedUntil == null || i.LeasedUntil < now));
}
