using Hangfire.PostgreSql;
using Npgsql;
using Quartz;
using Training.Portal.Data;
using Training.Portal.Hosting;
using Training.Scheduler.Milestones;

namespace Training.Scheduler.Installation;

/// <summary>
/// The one step that installs every schema (the product's, Quartz's, Hangfire's), before either host starts. Under an
/// advisory lock: started twice at once, the second waits and finds everything there.
/// </summary>
public sealed class Installer(NpgsqlDataSource database, IServiceScopeFactory scopes, IConfiguration configuration)
{
    private string ConnectionString => configuration.GetConnectionString("Training") ?? "";

    public Task RunAsync(CancellationToken cancellationToken = default) =>
        SchemaLock.HoldAsync(database, () => InstallAsync(cancellationToken), cancellationToken);

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
            await Schema.InstallAsync(scope.ServiceProvider.GetRequiredService<TrainingDb>(), cancellationToken);
        await InstallQuartzAsync(cancellationToken);
        _ = new PostgreSqlStorage(WorkStorage.Connections(ConnectionString), WorkStorage.Options(install: true));
    }

    // A scheduler name of its own: it never takes a trigger of the ones that run.
    private void InstallationOnly(IQuartzBuilder quartz)
    {
        quartz.ConfigureScheduler(options => options.InstanceName = "installation");
        quartz.OnPostgres(ConnectionString, SchemaProvisioning.CreateIfMissing);
    }

    /// <summary>Quartz creates its tables, in a schema that must exist, when a scheduler over them starts.</summary>
    private async Task InstallQuartzAsync(CancellationToken cancellationToken)
    {
        await using (var command = database.CreateCommand($"CREATE SCHEMA IF NOT EXISTS {QuartzHosting.Schema}"))
            await command.ExecuteNonQueryAsync(cancellationToken);
        await using var services = new ServiceCollection().AddLogging()
            .AddQuartz(InstallationOnly).BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        await scheduler.Start(cancellationToken);
        await scheduler.Shutdown(false, cancellationToken);
    }
}
