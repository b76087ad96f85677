using Npgsql;

namespace Training.Scheduler.Clock;

/// <summary>Holds the start of the Scheduler until the database answers, so that it may be started first; the clock is right from then on.</summary>
internal sealed class DatabaseWait(TimeProvider time, NpgsqlDataSource database, ILogger<DatabaseWait> log) : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        while (!await AnswersAsync(cancellationToken))
            await Task.Delay(Pause, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await new ClockSweep(time, database).SweepAsync(cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            log.LogWarning("Waiting for the database: {Reason}", failure.Message);
            return false;
        }
    }
}
