using System.Globalization;

namespace Training.TestKit.Audit;

/// <summary>What one process holds of the machine at one moment, as Linux tells it (proc(5)).</summary>
public sealed record Footprint(string Part, int Descriptors, int ResidentMegabytes)
{
    public static Footprint Of(string part, int process) =>
        new(part, Directory.GetFileSystemEntries($"/proc/{process}/fd").Length, ResidentOf(process));

    private static int ResidentOf(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
