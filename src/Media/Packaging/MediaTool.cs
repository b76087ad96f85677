using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Training.Media.Packaging;

/// <summary>
/// Runs an external media program: arguments as a list, never a shell; low priority; killed with this process. The exit code
/// is returned for the log, not as evidence that anything was written.
/// </summary>
internal static class MediaTool
{
    public const int Niceness = 5;

    private static readonly BlockingCollection<Action> Launches = [];

    static MediaTool()
    {
        // The kernel's parent-death signal follows the thread that started the child: a pool thread may retire while ffmpeg runs.
        new Thread(() =>
        {
            foreach (var launch in Launches.GetConsumingEnumerable())
                launch();
        })
        { IsBackground = true, Name = "media tools" }.Start();
    }

    /// <summary>Exit code (128 + signal when killed, -1 after <paramref name="limit"/>) and the end of the error output.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(
        string program, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancellationToken, int niceness = Niceness)
    {
        using var process = await StartAsync(program, arguments, niceness);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return (-1, $"stopped after {limit}");
        }

        var text = await errors;
        return (process.ExitCode, text.Length > 2_000 ? text[^2_000..] : text);
    }

    private static Task<Process> StartAsync(string program, IEnumerable<string> arguments, int niceness)
    {
        var start = new ProcessStartInfo("setpriv") { RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])["--pdeathsig", "KILL", "nice", "-n", niceness.ToString(CultureInfo.InvariantCulture), program, .. arguments])
            start.ArgumentList.Add(argument);
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Launches.Add(() =>
        {
            try
            {
                var process = Process.Start(start)!;
                process.StandardInput.Close();
                started.SetResult(process);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }
}
