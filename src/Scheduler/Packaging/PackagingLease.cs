using Npgsql;
using Training.Portal.Features.Recordings;

namespace Training.Scheduler.Packaging;

/// <summary>
/// Renews one claim while its packaging runs, and writes down how far it is; its token stops the work once the claim is lost
/// or the process stops.
/// </summary>
internal sealed class PackagingLease : IAsyncDisposable, IProgress<double>
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenSource done = new();
    private readonly Task renewing;
    private int percent;

    public PackagingLease(PackagingClaim claim, IServiceScopeFactory scopes, CancellationToken stopping)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Token = stop.Token;
        renewing = RenewAsync(claim, scopes);
    }

    public CancellationToken Token { get; }

    public void Report(double value) => Volatile.Write(ref percent, (int)Math.Clamp(value * 100, 0, 100));

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await renewing;
        done.Dispose();
        stop.Dispose();
    }

    private async Task RenewAsync(PackagingClaim claim, IServiceScopeFactory scopes)
    {
        using var rhythm = new PeriodicTimer(Rhythm);
        try
        {
            while (await rhythm.WaitForNextTickAsync(done.Token))
                if (!await TryRenewAsync(claim, scopes))
                    await stop.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }

    /// <summary>A database that does not answer just now is asked again at the next turn: the lease lasts fifteen.</summary>
    private async Task<bool> TryRenewAsync(PackagingClaim claim, IServiceScopeFactory scopes)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<PackagingDesk>().RenewAsync(claim, Volatile.Read(ref percent), done.Token);
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
        {
            return true;
        }
    }
}
