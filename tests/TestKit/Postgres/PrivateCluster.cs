using System.Globalization;
using Npgsql;
using Training.TestKit.Processes;

namespace Training.TestKit.Postgres;

/// <summary>A whole PostgreSQL of one's own, for tests that stop, kill or starve the database.</summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private readonly string directory;
    private readonly bool durable;
    private readonly int port = Ports.Free();
    private ChildProcess? process;

    private PrivateCluster(string directory, bool durable)
    {
        this.directory = directory;
        this.durable = durable;
    }

    /// <summary>Of the role and database "training"; the role may create databases.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <param name="durable">False trades safety against a crash of the machine for speed; true for tests of crashes.</param>
    public static async Task<PrivateCluster> StartAsync(string directory, bool durable = true)
    {
        var cluster = new PrivateCluster(directory, durable);
        await cluster.StartAsync();
        return cluster;
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, on the same port.</summary>
    public async Task StartAsync()
    {
        string[] durability = durable ? [] : ["--fast"];
        process = await ChildProcess.StartAsync("PostgreSQL",
        [
            Repository.PathOf("infra", "postgres", "start"), "--die-with-parent",
            "--dir", directory, "--port", port.ToString(CultureInfo.InvariantCulture), .. durability,
        ]);
        await process.UntilAsync(AnswersAsync, TimeSpan.FromMinutes(1));
    }

    /// <param name="immediate">True is a crash: no checkpoint, recovery at the next start.</param>
    public Task StopAsync(bool immediate = false) => process?.StopAsync(immediate ? "QUIT" : "INT") ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (process is not null)
            await process.DisposeAsync();
    }

    private async Task<bool> AnswersAsync()
    {
        var file = Path.Combine(directory, "connection");
        if (!File.Exists(file))
            return false;
        var builder = new NpgsqlConnectionStringBuilder((await File.ReadAllTextAsync(file)).Trim()) { Port = port };
        ConnectionString = builder.ConnectionString;
        builder.Pooling = false;
        try
        {
            await using var connection = new NpgsqlConnection(builder.ConnectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
