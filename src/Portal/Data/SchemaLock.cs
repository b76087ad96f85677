using Npgsql;

namespace Training.Portal.Data;

/// <summary>Only one process at a time installs schemas; another waits its turn.</summary>
public static class SchemaLock
{
    private const long Key = 0x54524149; // "TRAI"

    public static async Task HoldAsync(NpgsqlDataSource database, Func<Task> install, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = Key } }, CommandTimeout = 300 };
        await take.ExecuteNonQueryAsync(cancellationToken);
        await install();
        // The lock ends with the session; given back by hand because the connection returns to a pool.
        await using var give = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = Key } } };
        await give.ExecuteNonQueryAsync(cancellationToken);
    }
}
