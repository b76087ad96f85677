using Hangfire;
using Hangfire.PostgreSql;
using Training.Portal.Hosting;
using Training.Scheduler.Imports;
using Training.Scheduler.Letters;
using Training.Scheduler.Packaging;
using Training.Scheduler.Sweeping;

namespace Training.Scheduler.Hosting;

/// <summary>
/// Hangfire on PostgreSQL, in its own schema: the hands that do long or many-fold work. What is to be done and how often it
/// may fail stands in our rows; a job that is lost or runs twice changes nothing.
/// </summary>
internal static class HangfireHosting
{
    public const string LettersQueue = "letters";
    public const string PackagingQueue = "packaging";
    public const string PreparationQueue = "preparation";
    public const string ImportsQueue = "imports";

    public static void AddWorkHands(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<JobStorage>(_ => new PostgreSqlStorage(WorkStorage.Connections(connectionString), WorkStorage.Options(install: false)));
        services.AddHangfire(hangfire => hangfire.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        services.AddSingleton<WorkQueue>();
        services.AddScoped<ISweep, LetterSweep>();
        services.AddScoped<ISweep, PackagingSweep>();
        services.AddScoped<ISweep, PreparationSweep>();
        services.AddScoped<ISweep, RetentionSweep>();
        services.AddScoped<ISweep, RegisterImportSweep>();
        // Apart, so that a long packaging keeps neither a sign-in code nor an administrator waiting.
        services.AddHangfireServer(options => Server(options, 2, LettersQueue));
        services.AddHangfireServer(options => Server(options, 1, PackagingQueue, PreparationQueue));
        services.AddHangfireServer(options => Server(options, 1, ImportsQueue));
    }

    /// <param name="queues">The first goes first.</param>
    private static void Server(BackgroundJobServerOptions options, int workers, params string[] queues)
    {
        options.ServerName = $"{Environment.MachineName}:{Environment.ProcessId}:{queues[0]}";
        options.Queues = queues;
        options.WorkerCount = workers;
        options.StopTimeout = TimeSpan.FromSeconds(5);
    }
}
