using System.Net;
using Training.MailSink;
using Training.TestKit.Audit;
using Training.TestKit.Domain;
using Training.TestKit.Hosts;
using Training.TestKit.Janus;
using Training.TestKit.Postgres;
using Xunit;

namespace Training.TestKit.Processes;

/// <summary>
/// The whole product as real processes (Portal, Scheduler, Janus) on a database and a mail server of its own, in real time:
/// for journeys and for tests that kill a part.
/// </summary>
public sealed class ProductProcesses : IAsyncDisposable
{
    private const int LinesShown = 80;
    private static readonly HttpClient Client = new();

    private ProductProcesses(TestDatabase database)
    {
        Database = database;
        Given = new Given(database, TimeProvider.System);
    }

    public TestDatabase Database { get; }

    public Given Given { get; }

    public SmtpSink Mail { get; } = new(TimeProvider.System);

    public TemporaryDirectory Files { get; } = new();

    public JanusProcess Janus { get; private set; } = null!;

    public ProductProcess Portal { get; private set; } = null!;

    public ProductProcess Scheduler { get; private set; } = null!;

    /// <summary>Root of the portal, ending with a slash.</summary>
    public Uri Address { get; private set; } = null!;

    public string MediaDirectory => Path.Combine(Files.Path, "media");

    /// <param name="settings">Settings (<c>Training:…</c>) that differ from those of every test.</param>
    public static async Task<ProductProcesses> StartAsync(params IEnumerable<(string Key, string Value)> settings)
    {
        var product = new ProductProcesses(await TestDatabase.CreateAsync());
        try
        {
            await product.StartPartsAsync(settings);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    /// <summary>What each part holds of the machine now; all of them must run.</summary>
    public IReadOnlyList<Footprint> Footprints() =>
        [Footprint.Of("Portal", Portal.Id), Footprint.Of("Scheduler", Scheduler.Id), Footprint.Of("Janus", Janus.ProcessId)];

    /// <summary>I1 to I10 after a fault, once things have settled.</summary>
    /// <param name="before">Taken before the fault.</param>
    public Task AuditAsync(IReadOnlyList<Footprint> before) =>
        new Auditor(Database) { Mail = Mail, MediaDirectory = MediaDirectory, Footprints = (before, Footprints()) }.AssertAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new[] { Portal, Scheduler })
            if (part is not null)
            {
                await part.DisposeAsync();
                Tell(part);
            }

        if (Janus is not null)
            await Janus.DisposeAsync();
        await Mail.DisposeAsync();
        await Database.DisposeAsync();
        Files.Dispose();
    }

    private async Task StartPartsAsync(IEnumerable<(string Key, string Value)> changes)
    {
        Mail.Start();
        Janus = await JanusProcess.StartAsync(Files.Make("engine"), Path.Combine(MediaDirectory, "raw"));
        Address = new Uri($"http://127.0.0.1:{Ports.Free()}/");
        var environment = TestSettings.AsEnvironment(Settings(changes));
        Portal = new ProductProcess("Portal", environment, () => AnswersAsync("healthz"));
        Scheduler = new ProductProcess("Scheduler", environment, () => AnswersAsync("readyz"));
        await Portal.StartAsync();
        await Scheduler.StartAsync();
    }

    private Dictionary<string, string> Settings(IEnumerable<(string Key, string Value)> changes)
    {
        var settings = TestSettings.For(Database.ConnectionString, Files, Mail.Port, Address.ToString().TrimEnd('/'));
        settings["Training:Rooms:Janus:Url"] = $"ws://127.0.0.1:{Janus.Port}";
        settings["Training:Rooms:Janus:ApiSecretFile"] = Janus.Options().ApiSecretFile!;
        settings["ASPNETCORE_URLS"] = Address.ToString();
        settings["DOTNET_ENVIRONMENT"] = settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in changes)
            settings[key] = value;
        return settings;
    }

    private async Task<bool> AnswersAsync(string path)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(Address, path));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Shown by the runner when the test fails.</summary>
    private static void Tell(ProductProcess part) =>
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(Environment.NewLine, part.Output.Split(Environment.NewLine).TakeLast(LinesShown)));
}
