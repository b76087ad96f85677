
namespace Training.TestKit.Postgres;

/// <summary>
/// The PostgreSQL the tests run on: the one named by the variable TRAINING_TEST_PG (a connection string; infra/test sets
/// it), or else one started for this test process and removed with it.
/// </summary>
public static class TestCluster
{
    public const string Variable = "TRAINING_TEST_PG";
    private static readonly Lazy<Task<string>> Shared = new(FindOrStartAsync);

    /// <summary>Connection string of a role that may create databases.</summary>
    public static Task<string> ConnectionStringAsync() => Shared.Value;

    private static async Task<string> FindOrStartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        var directory = new TemporaryDirectory();
        var cluster = await PrivateCluster.StartAsync(directory.Path, durable: false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            cluster.StopAsync().GetAwaiter().GetResult();
            directory.Dispose();
        };
        return cluster.ConnectionString;
    }
}
