using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Training.Benchmarks.Network;

/// <summary>
/// A network of the size of the three models together, always the same, written by the database itself from numbers. The
/// ledger's own triggers would take minutes over two million lines: they stand aside, and its sums are checked afterwards.
/// </summary>
internal static class NetworkSeed
{
    private static readonly string[] Sown = ["collectivites", "members", "groups", "posts", "points_entries", "conferences", "registrations", "resources"];

    /// <summary>Fills an empty, migrated database, and tells how long that took and what is there.</summary>
    public static async Task<string> SowAsync(string connectionString)
    {
        var clock = Stopwatch.StartNew();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await RunAsync(connection, "SET maintenance_work_mem = '256MB'; SET work_mem = '128MB'; SET synchronous_commit = off");
        foreach (var name in Statements())
            await SowAsync(connection, name);
        await RunAsync(connection, "VACUUM (ANALYZE)");
        var counted = await CountedAsync(connection);
        return string.Create(CultureInfo.InvariantCulture, $"Sown: {counted} in {clock.Elapsed.TotalSeconds:0} s");
    }

    private static async Task SowAsync(NpgsqlConnection connection, string name)
    {
        var ledger = name.EndsWith("ledger.sql", StringComparison.Ordinal);
        var aside = ledger ? await SetAside.TakeAsync(connection, "points_entries", "points_accounts") : new SetAside();
        await RunAsync(connection, NetworkSize.In(await ReadAsync(name)));
        await aside.PutBackAsync(connection);
        if (ledger)
            await LedgerCheck.AssertAsync(connection);
    }

    private static IEnumerable<string> Statements() =>
        typeof(NetworkSeed).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static async Task<string> ReadAsync(string name)
    {
        using var reader = new StreamReader(typeof(NetworkSeed).Assembly.GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statements)
    {
        await using var command = new NpgsqlCommand(statements, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> CountedAsync(NpgsqlConnection connection)
    {
        List<string> counts = [];
        foreach (var table in Sown)
        {
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
            var count = await command.ExecuteScalarAsync();
            counts.Add(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {table}"));
        }

        return string.Join(", ", counts);
    }
}
