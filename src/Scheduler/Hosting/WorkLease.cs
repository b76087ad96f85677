using Npgsql;

namespace Training.Scheduler.Hosting;

/// <summary>
/// Renews one claim while its work runs, and writes down how far it is; its token stops the work once the claim is lost
/// or the process stops.
/// </summary>
/// <typeparam name="TDesk">Who renews: asked with how far the work is in percent, it says false once the claim is lost.</typeparam>
internal sealed class WorkLease<TDesk> : IAsyncDisposable, IProgress<double>
    where TDesk : notnull
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(2);
    private readonly Func<TDesk, int, CancellationToken, Task<bool>> renew;
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenSource done = new();
    private readonly Task renewing;
    private int percent;

    public WorkLease(Func<TDesk, int, CancellationToken, Task<bool>> renew, IServiceScopeFactory scopes, CancellationToken stopping)
    {
        this.renew = renew;
        stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Token = stop.Token;
        renewing = RenewAsync(scopes);
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

    private async Task RenewAsync(IServiceScopeFactory scopes)
    {
        using var rhythm = new PeriodicTimer(Rhythm);
        try
        {
            while (await rhythm.WaitForNextTickAsync(done.Token))
                if (!await TryRenewAsync(scopes))
                    await stop.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }

    /// <summary>A database that does not answer just now is asked again at the next turn: the lease lasts fifteen.</summary>
    private async Task<bool> TryRenewAsync(IServiceScopeFactory scopes)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await renew(scope.ServiceProvider.GetRequiredService<TDesk>(), Volatile.Read(ref percent), done.Token);
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
        {
            return true;
        }
    }
}
