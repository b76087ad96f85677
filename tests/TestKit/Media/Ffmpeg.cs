using System.Diagnostics;

namespace Training.TestKit.Media;

/// <summary>The real ffmpeg, for making test material and for looking at what was made.</summary>
public static class Ffmpeg
{
    public static async Task<(byte[] Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-hide_banner", "-nostdin", .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (output.ToArray(), await errors)
            : throw new InvalidOperationException($"ffmpeg {string.Join(' ', arguments)}: {await errors}");
    }
}
