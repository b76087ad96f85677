using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Training.TestKit;
using Training.TestKit.Processes;

namespace Training.Scheduler.Tests.Installation;

/// <summary>The one command that starts everything, as a person types it.</summary>
public sealed class RunCommand : IDisposable
{
    private static readonly TimeSpan Installing = TimeSpan.FromMinutes(6);
    private readonly TemporaryDirectory data = new();

    [Fact]
    public async Task It_starts_everything_says_where_and_who_and_leaves_nothing_behind()
    {
        var port = Ports.Free().ToString(CultureInfo.InvariantCulture);
        var register = Path.Combine(data.Path, "register.csv");
        await File.WriteAllTextAsync(register, "type,nom,domaine\ncommune,Évry-Exemple,mairie-évry.fr\n");
        await using var run = await RunAsync(
            "--port", port, "--import", register, "--admin", "dsi@ville-exemple.test", "--admin", "claire.legoff@cdg35.fr", "--admin", "claire@mairie-évry.fr");
        await run.UntilAsync(() => Task.FromResult(run.Output.Contains("Letters: ", StringComparison.Ordinal)), Installing);

        Assert.Contains($"Ready: http://127.0.0.1:{port}", run.Output, StringComparison.Ordinal);
        Assert.Contains("Administrator: dsi@ville-exemple.test – cannot sign in yet: no collectivité holds ville-exemple.test", run.Output, StringComparison.Ordinal);
        Assert.Contains("Administrator: claire.legoff@cdg35.fr\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Administrator: claire@mairie-évry.fr\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains($"Letters: http://127.0.0.1:{port}/dev/mail", run.Output, StringComparison.Ordinal);
        Assert.Matches("Sign in as:[^@]+@", run.Output);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/readyz")).StatusCode);
        Assert.Contains("/conferences/", await client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/dev/mail")).StatusCode);

        run.Signal("TERM");
        await Eventually.TrueAsync(() => run.HasExited, TimeSpan.FromSeconds(90), "it has stopped");
        Assert.Equal(143, run.ExitCode);
        Assert.Empty(ProcessesNaming(data.Path));
    }

    [Fact]
    public async Task A_port_asked_for_and_taken_is_refused_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        await using var run = await RunAsync("--port", port);
        await Eventually.TrueAsync(() => run.HasExited);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"infra/run: port {port} is taken by another program; choose another --port.", run.Output);
    }

    [Fact]
    public async Task Nothing_is_said_against_an_administrator_when_the_product_cannot_be_asked()
    {
        data.Make("logs");
        const string unasked = """
            set -euo pipefail
            data=$1 admins=(claire@mairie-évry.fr)
            . infra/lib/product.sh
            product() { echo "$data/nowhere.dll"; }
            announce_administrators
            """;

        await using var announcing = await ChildProcess.StartAsync("announce", ["bash", "-c", unasked, "announce", data.Path], Untouched);
        await Eventually.TrueAsync(() => announcing.HasExited);

        Assert.Equal("Administrator: claire@mairie-évry.fr", announcing.Output);
    }

    public void Dispose() => data.Dispose();

    private Task<ChildProcess> RunAsync(params string[] flags) =>
        ChildProcess.StartAsync("infra/run", [Repository.PathOf("infra", "run"), "--data", data.Path, .. flags], Untouched);

    /// <summary>Nothing of what tests are told in the environment.</summary>
    private static Dictionary<string, string> Untouched => new() { ["DOTNET_ENVIRONMENT"] = "Production", ["ASPNETCORE_ENVIRONMENT"] = "Production" };

    private static IEnumerable<string> ProcessesNaming(string path) =>
        Directory.EnumerateDirectories("/proc").Select(CommandOf).Where(command => command.Contains(path, StringComparison.Ordinal));

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
