using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Training.Media.Rooms.Janus;
using Training.TestKit.Processes;

namespace Training.TestKit.Janus;

/// <summary>A real Janus, started by <c>infra/janus/start</c> on free ports in a directory of its own.</summary>
public sealed class JanusProcess : IAsyncDisposable
{
    private readonly List<string> _log = [];
    private readonly int _firstRtpPort = 40000 + Random.Shared.Next(0, 100) * 200;
    private Process _process = null!;

    private JanusProcess(string directory, string? recordDirectory)
    {
        Directory = directory;
        RecordDirectory = recordDirectory ?? Path.Combine(directory, "recordings");
        Port = FreePort();
    }

    public static string StartScript => Path.Combine(RepositoryRoot(), "infra", "janus", "start");

    public string Directory { get; }

    public int Port { get; }

    /// <summary>Parent of the rooms' recording directories.</summary>
    public string RecordDirectory { get; }

    public int ProcessId => _process.Id;

    public string Log
    {
        get { lock (_log) return string.Join('\n', _log); }
    }

    public static async Task<JanusProcess> StartAsync(string? directory = null, string? recordDirectory = null)
    {
        var janus = new JanusProcess(directory ?? System.IO.Directory.CreateTempSubdirectory("training-janus-").FullName, recordDirectory);
        await janus.RunAsync();
        return janus;
    }

    public JanusOptions Options() => new()
    {
        Url = $"ws://127.0.0.1:{Port}",
        ApiSecretFile = Path.Combine(Directory, "janus", "api-secret"),
        MaxBackOff = TimeSpan.FromSeconds(1),
    };

    /// <summary>Starts it again on the same ports, after <see cref="KillAsync"/>.</summary>
    public Task RestartAsync() => RunAsync();

    public Task KillAsync() => SignalAsync("KILL");

    /// <summary>Hangs it, without an end.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    private async Task RunAsync()
    {
        var start = new ProcessStartInfo(StartScript) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--dir", Path.Combine(Directory, "janus"), "--ws-port", $"{Port}",
            "--rtp-range", $"{_firstRtpPort}-{_firstRtpPort + 199}", "--record-dir", RecordDirectory,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["JANUS_DEATH_SIGNAL"] = "KILL";
        _process = await ParentThread.RunAsync(() => Process.Start(start)!);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.TrueAsync(ListensAsync, () => $"Janus listens; it said:\n{Log}");
    }

    private async Task<bool> ListensAsync()
    {
        if (_process.HasExited) throw new InvalidOperationException($"Janus ended at once:\n{Log}");
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_log) _log.Add(line);
    }

    private async Task SignalAsync(string signal)
    {
        Signal(signal);
        await _process.WaitForExitAsync();
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Thaw();
            await SignalAsync("KILL");
        }

        _process.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Training.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Not inside the repository");
    }
}
