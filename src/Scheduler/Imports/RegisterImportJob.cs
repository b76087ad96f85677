using Hangfire;
using Training.Portal.Features.Membership.Import;
using Training.Scheduler.Hosting;

namespace Training.Scheduler.Imports;

/// <summary>Does the import under way, if it is still to be had. Tries stand in the row, not here: run twice, it finds nothing the second time.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class RegisterImportJob(ImportClaims claims, RegisterImportWork work, IServiceScopeFactory scopes)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await claims.ClaimAsync(cancellationToken) is not { } claim)
            return;
        await using var lease = new WorkLease<ImportClaims>((held, percent, until) => held.RenewAsync(claim, percent, until), scopes, cancellationToken);
        try
        {
            await work.DoAsync(claim, lease, lease.Token);
        }
        catch (Exception) when (lease.Token.IsCancellationRequested)
        {
            await claims.ReleaseAsync(claim, CancellationToken.None);
        }
    }
}
