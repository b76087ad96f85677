using System.Diagnostics;

namespace Training.TestKit.Processes;

/// <summary>
/// A real process started by a test. It dies with the test process, however that ends, and its last lines are kept for
/// the message of a failure.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 400;
    private static readonly TimeSpan GentleStop = TimeSpan.FromSeconds(10);
    private readonly Queue<string> lines = [];
    private readonly Process process;

    private ChildProcess(string name, Process process)
    {
        Name = name;
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public string Name { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>The last lines it wrote, on either output.</summary>
    public string Output
    {
        get
        {
            lock (lines)
                return string.Join(Environment.NewLine, lines);
        }
    }

    /// <param name="name">How failures call it.</param>
    /// <param name="environment">Added to ours.</param>
    public static async Task<ChildProcess> StartAsync(
        string name, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null, string? directory = null)
    {
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig", "KILL", "--", .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = directory ?? Repository.Root,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        var child = await ParentThread.RunAsync(() => new ChildProcess(name, Process.Start(start)!));
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until the condition holds, and fails at once with the output when the process ends instead.</summary>
    public Task UntilAsync(Func<Task<bool>> condition, TimeSpan? within = null) =>
        Eventually.TrueAsync(
            async () => HasExited ? throw new InvalidOperationException($"{Name} ended ({ExitCode}):\n{Output}") : await condition(),
            within,
            $"{Name} ready; it said:\n{Output}");

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Sends a signal by name (STOP, CONT, TERM, INT, QUIT).</summary>
    public void Signal(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Asks it to end, and makes it end.</summary>
    public async Task StopAsync(string signal = "TERM")
    {
        if (HasExited)
            return;
        Signal(signal);
        using var patience = new CancellationTokenSource(GentleStop);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (lines)
        {
            lines.Enqueue(line);
            if (lines.Count > LinesKept)
                lines.Dequeue();
        }
    }
}
