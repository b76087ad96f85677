using Npgsql;
using Quartz;

namespace Training.Scheduler.Milestones;

/// <summary>Quartz on PostgreSQL, in its own schema, always clustered. It takes the time from the container, hence the database's.</summary>
internal static class QuartzHosting
{
    public const string Schema = "quartz";

    public static void AddMilestoneFiring(this IServiceCollection services, string connectionString)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "training";
                options.IdleWaitTime = TimeSpan.FromSeconds(5);
            });
            quartz.UseDefaultThreadPool(4);
            quartz.AddJob<DrainMilestonesJob>(job => job.WithIdentity(DrainMilestonesJob.Key).StoreDurably());
            quartz.OnPostgres(connectionString, SchemaProvisioning.Validate);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddScoped<Sweeping.ISweep, MilestoneSweep>();
    }

    /// <summary>The one description of the store, for the host and for the installation.</summary>
    public static void OnPostgres(this IQuartzBuilder quartz, string connectionString, SchemaProvisioning provisioning)
    {
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(NpgsqlFactory.Instance, Pool(connectionString));
            store.UseClustering(Cluster);
            store.ConfigureStore(options =>
            {
                options.TablePrefix = $"{Schema}.qrtz_";
                options.SchemaProvisioning = provisioning;
                options.UseBackgroundThreads = true;
            });
        });
    }

    // A node that dies is noticed within a quarter of a minute.
    private static void Cluster(ClusteringOptions options)
    {
        options.CheckinInterval = TimeSpan.FromSeconds(5);
        options.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
    }

    private static string Pool(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 10, ApplicationName = "training-quartz" }.ConnectionString;
}
