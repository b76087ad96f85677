using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Training.MailSink;
using Training.Portal.Settings;
using Training.TestKit.Domain;
using Training.TestKit.Postgres;

namespace Training.TestKit.Hosts;

/// <summary>
/// The Portal in this process, on a database of its own and a real mail server, at a time the test decides.
/// A fixture: <c>IClassFixture&lt;PortalHost&gt;</c>, or created in a test with <see cref="StartAsync"/>.
/// </summary>
public class PortalHost : IAsyncDisposable
{
    private PortalFactory? factory;

    /// <summary>The instant at which every test begins: Tuesday 24 November 2026, 9 h in Paris.</summary>
    public static DateTimeOffset Beginning { get; } = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    public TestDatabase Database { get; private set; } = null!;

    public SmtpSink Mail { get; } = new(TimeProvider.System);

    public FakeTimeProvider Clock { get; } = new(Beginning);

    public TemporaryDirectory Files { get; } = new();

    /// <summary>Root of the portal as the tests reach it, ending with a slash.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    public IServiceProvider Services => factory!.Services;

    /// <summary>Rows of the domain, said in its words.</summary>
    public Given Given { get; protected set; } = null!;

    /// <param name="database">One of its own unless given; disposed with the host.</param>
    public static Task<PortalHost> StartAsync(Action<PortalHostOptions>? change = null, TestDatabase? database = null) =>
        StartAsync(new PortalHost(), change, database);

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
            await factory.DisposeAsync();
        await Mail.DisposeAsync();
        if (Database is not null)
            await Database.DisposeAsync();
        Files.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser of its own: its cookies, nobody signed in.</summary>
    public Browser Browser() => new(this, factory!);

    /// <summary>A desk or rule of the product, in a scope of its own.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected static async Task<THost> StartAsync<THost>(THost host, Action<PortalHostOptions>? change, TestDatabase? database = null)
        where THost : PortalHost
    {
        host.Database = database ?? await TestDatabase.CreateAsync();
        host.Given = new Given(host.Database, host.Clock);
        host.Mail.Start();
        var options = new PortalHostOptions { Clock = host.Clock, Settings = TestSettings.For(host.Database.ConnectionString, host.Files, host.Mail.Port, "http://localhost") };
        change?.Invoke(options);
        host.factory = new PortalFactory(options, host.Database);
        if (options.Listen)
            host.factory.UseKestrel(options.Port);
        host.factory.StartServer();
        host.Address = options.Listen ? host.factory.ClientOptions.BaseAddress : host.Address;
        return host;
    }

    internal sealed class PortalFactory(PortalHostOptions options, TestDatabase database) : WebApplicationFactory<TrainingSettings>
    {
        /// <summary>Read by the factory before anything below: without it, programs that are no test project (benchmarks) look beside the solution.</summary>
        static PortalFactory() =>
            Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_TRAINING_PORTAL", Repository.PathOf("src", "Portal"));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseContentRoot(Repository.PathOf("src", "Portal"));
            builder.UseStaticWebAssets();
            foreach (var (key, value) in options.Settings)
                builder.UseSetting(key, value);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton(options.Clock);
                if (options.Settings["ConnectionStrings:Training"] == database.ConnectionString)
                    services.AddSingleton(database.Source);
                options.Services?.Invoke(services);
            });
        }
    }
}
