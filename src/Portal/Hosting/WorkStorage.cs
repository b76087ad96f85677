using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace Training.Portal.Hosting;

/// <summary>Hangfire on PostgreSQL, in its own schema: the one description of it, for the Scheduler that works and the Portal that shows.</summary>
public static class WorkStorage
{
    public static NpgsqlConnectionFactory Connections(string connectionString) =>
        new(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 15, ApplicationName = "training-hangfire" }.ConnectionString, Options(install: false));

    /// <summary>No long polling (a connection per dequeue), and a lease that slides while a job runs, or a long one would start twice.</summary>
    public static PostgreSqlStorageOptions Options(bool install) => new()
    {
        SchemaName = "hangfire",
        PrepareSchemaIfNecessary = install,
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromMinutes(1),
        EnableLongPolling = false,
        QueuePollInterval = TimeSpan.FromMilliseconds(500),
        DistributedLockTimeout = TimeSpan.FromSeconds(30),
        AllowDegradedModeWithoutStorage = false,
    };
}
