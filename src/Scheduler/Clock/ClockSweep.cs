using Npgsql;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Clock;

/// <summary>Keeps the clock on the database's time.</summary>
internal sealed class ClockSweep(TimeProvider time, NpgsqlDataSource database) : ISweep
{
    public Task SweepAsync(CancellationToken cancellationToken) =>
        time is DatabaseClock clock ? clock.CorrectAsync(database, cancellationToken) : Task.CompletedTask;
}
