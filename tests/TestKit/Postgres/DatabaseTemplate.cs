using Npgsql;
using Training.Portal.Data;
using Training.Scheduler.Installation;
using Training.TestKit.Hosts;
using Training.TestKit.Processes;

namespace Training.TestKit.Postgres;

/// <summary>The migrated, empty database from which the tests' databases are copied; one per build of the product and cluster.</summary>
internal static class DatabaseTemplate
{
    private const int BuildLock = 7_301_001;
    private static readonly SemaphoreSlim Once = new(1);
    private static readonly Dictionary<string, string> Ready = [];

    public static async Task<string> NameAsync(string cluster)
    {
        await Once.WaitAsync();
        try
        {
            if (!Ready.TryGetValue(cluster, out var name))
                Ready[cluster] = name = await FindOrBuildAsync(cluster);
            return name;
        }
        finally
        {
            Once.Release();
        }
    }

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Built under a lock (several test processes share the cluster), aside, and renamed when complete.</summary>
    private static async Task<string> FindOrBuildAsync(string cluster)
    {
        var name = $"template_{Build(typeof(TrainingDb))}_{Build(typeof(Installer))}";
        await using var holder = new NpgsqlConnection(cluster);
        await holder.OpenAsync();
        await RunAsync(holder, $"SELECT pg_advisory_lock({BuildLock})");
        if (await RunAsync(holder, $"SELECT 1 FROM pg_database WHERE datname = '{name}'") is null)
        {
            await RunAsync(holder, $"DROP DATABASE IF EXISTS {name}_new WITH (FORCE)");
            await RunAsync(holder, $"CREATE DATABASE {name}_new");
            await InstallAsync(new NpgsqlConnectionStringBuilder(cluster) { Database = $"{name}_new", Pooling = false }.ConnectionString);
            await RunAsync(holder, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}_new'");
            await RunAsync(holder, $"ALTER DATABASE {name}_new RENAME TO {name}");
        }

        await RunAsync(holder, $"SELECT pg_advisory_unlock({BuildLock})");
        return name;
    }

    private static string Build(Type type) => type.Module.ModuleVersionId.ToString("N")[..12];

    /// <summary>The product's own installation step, in a process of its own: Quartz and Hangfire leave threads behind.</summary>
    private static async Task InstallAsync(string connectionString)
    {
        using var files = new TemporaryDirectory();
        var settings = TestSettings.AsEnvironment(TestSettings.For(connectionString, files, smtpPort: 25, "http://localhost"));
        await using var scheduler = new ProductProcess("Scheduler", settings, () => Task.FromResult(true));
        await scheduler.RunVerbAsync("migrate");
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
