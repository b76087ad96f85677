namespace Training.TestKit.Processes;

/// <summary>One of the product's two hosts as a real process, built in the configuration of the tests.</summary>
public sealed class ProductProcess : IAsyncDisposable
{
    private readonly string project;
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly Func<Task<bool>> ready;
    private ChildProcess? child;

    /// <param name="project"><c>Portal</c> or <c>Scheduler</c>.</param>
    /// <param name="ready">When it may be used.</param>
    internal ProductProcess(string project, IReadOnlyDictionary<string, string> environment, Func<Task<bool>> ready)
    {
        this.project = project;
        this.environment = environment;
        this.ready = ready;
    }

    public int Id => child!.Id;

    public bool Runs => child is { HasExited: false };

    /// <summary>The last lines it wrote since its latest start.</summary>
    public string Output => child?.Output ?? "";

    /// <summary>Starts it, or starts it again, and returns once it is ready.</summary>
    public async Task StartAsync()
    {
        if (child is not null)
            await child.DisposeAsync();
        child = await LaunchAsync();
        await child.UntilAsync(ready, TimeSpan.FromMinutes(1));
    }

    /// <summary>Runs one of its verbs (<c>migrate</c>) to the end, which must be a success.</summary>
    public async Task RunVerbAsync(params string[] words)
    {
        await using var verb = await LaunchAsync(words);
        await Eventually.TrueAsync(() => verb.HasExited, TimeSpan.FromMinutes(3));
        if (verb.ExitCode != 0)
            throw new InvalidOperationException($"{project} {string.Join(' ', words)} ended with {verb.ExitCode}:\n{verb.Output}");
    }

    /// <summary><c>kill -9</c>.</summary>
    public Task KillAsync() => child!.KillAsync();

    /// <summary>Asks it to end (SIGTERM).</summary>
    public Task StopAsync() => child!.StopAsync();

    /// <summary>Sends a signal by name (STOP, CONT…).</summary>
    public void Signal(string signal) => child!.Signal(signal);

    public async ValueTask DisposeAsync()
    {
        if (child is not null)
            await child.DisposeAsync();
    }

    private Task<ChildProcess> LaunchAsync(params string[] words)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Repository.PathOf("src", project, "bin", configuration, "net10.0", $"Training.{project}.dll");
        return ChildProcess.StartAsync(project, ["dotnet", program, .. words], environment, Repository.PathOf("src", project));
    }
}
