using Npgsql;
using Training.Portal.Data;

namespace Training.Scheduler.Sweeping;

/// <summary>
/// Sweeps the rows when a Portal nudges, on every (re)connection, and every five seconds: a lost nudge costs seconds,
/// never a letter. One sweep that fails does not keep the others from running.
/// </summary>
internal sealed class Sweeper(NpgsqlDataSource database, IServiceScopeFactory scopes, ILogger<Sweeper> log) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Reconnection = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception lost) when (lost is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning("The Scheduler lost its listening connection: {Reason}", lost.Message);
                await Task.Delay(Reconnection, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {WorkNudger.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        while (true)
        {
            await SweepAsync(cancellationToken);
            await connection.WaitAsync(Rhythm, cancellationToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var sweep in scope.ServiceProvider.GetServices<ISweep>())
            await TryAsync(sweep, cancellationToken);
    }

    private async Task TryAsync(ISweep sweep, CancellationToken cancellationToken)
    {
        try
        {
            await sweep.SweepAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(failure, "{Sweep} failed; it runs again in seconds", sweep.GetType().Name);
        }
    }
}
