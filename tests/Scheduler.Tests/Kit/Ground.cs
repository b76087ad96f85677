using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Training.MailSink;
using Training.Portal;
using Training.Portal.Data;
using Training.Scheduler.Hosting;
using Training.Scheduler.Installation;
using Training.TestKit;
using Training.TestKit.Domain;
using Training.TestKit.Hosts;
using Training.TestKit.Postgres;

namespace Training.Scheduler.Tests.Kit;

/// <summary>What Schedulers stand on in one test: a database with every schema, a mail server, a media directory. Time is the real one.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private Ground(TestDatabase database)
    {
        Database = database;
        Given = new Given(database, TimeProvider.System);
        Mail.Start();
        Settings = TestSettings.For(database.ConnectionString, Files, Mail.Port, "http://localhost");
    }

    public TestDatabase Database { get; }

    public Given Given { get; }

    public SmtpSink Mail { get; } = new(TimeProvider.System);

    public TemporaryDirectory Files { get; } = new();

    public Dictionary<string, string> Settings { get; }

    public string MediaDirectory => Settings["Training:MediaDirectory"];

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <param name="cluster">Of a database server of the test's own; null for the one the tests share.</param>
    public static async Task<Ground> LayAsync(string? cluster = null) => new(await TestDatabase.CreateAsync(cluster));

    /// <summary>The installation step, as a process of its own would run it.</summary>
    public async Task InstallAsync()
    {
        var configuration = new ConfigurationBuilder().AddProductSettings().AddInMemoryCollection(Settings!).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddTrainingCore(configuration).AddScheduling(configuration).BuildServiceProvider();
        await services.GetRequiredService<Installer>().RunAsync();
    }

    /// <summary>What a question to the database answers.</summary>
    public Task<T> SeeAsync<T>(Func<TrainingDb, Task<T>> look) => Database.WithAsync(look);

    public async ValueTask DisposeAsync()
    {
        await Mail.DisposeAsync();
        await Database.DisposeAsync();
        Files.Dispose();
    }
}
