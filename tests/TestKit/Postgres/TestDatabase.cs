using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal;
using Training.Portal.Data;

namespace Training.TestKit.Postgres;

/// <summary>A database of its own with every table of the product and no row. Made in tens of milliseconds from a template.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string cluster;

    private TestDatabase(string cluster, string connectionString) =>
        (this.cluster, ConnectionString, Source) = (cluster, connectionString, NpgsqlDataSource.Create(TrainingCore.Prepared(connectionString)));

    public string ConnectionString { get; }

    /// <summary>The connections to it: a test shares them with the Portal it starts, for opening one costs more than most statements.</summary>
    public NpgsqlDataSource Source { get; }

    /// <param name="cluster">Connection string of a <see cref="PrivateCluster"/>, or null for the one the tests share.</param>
    public static async Task<TestDatabase> CreateAsync(string? cluster = null)
    {
        cluster ??= await TestCluster.ConnectionStringAsync();
        var template = await DatabaseTemplate.NameAsync(cluster);
        var name = $"test_{Guid.NewGuid():N}";
        await DatabaseTemplate.ExecuteAsync(cluster, $"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(cluster, new NpgsqlConnectionStringBuilder(cluster) { Database = name, MaxPoolSize = 20 }.ConnectionString);
    }

    /// <summary>A context with no service behind it, to arrange and to look.</summary>
    public TrainingDb Open() =>
        new(new DbContextOptionsBuilder<TrainingDb>().UseNpgsql(Source).UseSnakeCaseNamingConvention().Options);

    /// <summary>Does something in a context of its own.</summary>
    public async Task<T> WithAsync<T>(Func<TrainingDb, Task<T>> work)
    {
        await using var db = Open();
        return await work(db);
    }

    /// <summary>Stores rows as they are, past every rule: for arranging.</summary>
    public async Task StoreAsync(params object[] rows)
    {
        await using var db = Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>After a crash of its server: the connections of before are dead, and each would fail once.</summary>
    public void ForgetConnections()
    {
        Source.Clear();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        // A cluster that crashed meanwhile has left dead connections in the pool.
        NpgsqlConnection.ClearPool(new NpgsqlConnection(cluster));
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        await DatabaseTemplate.ExecuteAsync(cluster, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }
}
