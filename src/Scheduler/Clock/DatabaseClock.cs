using Npgsql;

namespace Training.Scheduler.Clock;

/// <summary>
/// The database's time, for everything the Scheduler decides: Quartz, leases, due instants. A node whose own clock is
/// wrong therefore acts neither early nor late. Corrected at every sweep; between two, this node's clock only counts on.
/// </summary>
/// <param name="own">This node's clock, right or wrong.</param>
public sealed class DatabaseClock(TimeProvider own) : TimeProvider
{
    private long behind;

    public override DateTimeOffset GetUtcNow() => own.GetUtcNow().AddTicks(Interlocked.Read(ref behind));

    /// <summary>Asks the database once, and takes half of the round trip as the age of the answer.</summary>
    public async Task CorrectAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var asked = own.GetUtcNow();
        var start = GetTimestamp();
        await using var command = database.CreateCommand("SELECT clock_timestamp()");
        var told = (DateTime)(await command.ExecuteScalarAsync(cancellationToken))!;
        var middle = asked + (GetElapsedTime(start) / 2);
        Interlocked.Exchange(ref behind, (new DateTimeOffset(told) - middle).Ticks);
    }
}
