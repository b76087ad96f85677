using System.Diagnostics;
using System.Globalization;

namespace Training.Journeys.Live;

/// <summary>
/// The process through which one Chromium reaches the network, web sockets and media alike. Stopped, nothing passes in either
/// direction, as with the plug pulled; Chromium's own emulation of a cut lets media through.
/// </summary>
public static class NetworkProcess
{
    private const string Mark = "network.mojom.NetworkService";

    /// <summary>Those of every Chromium that this test process started.</summary>
    public static IReadOnlySet<int> All()
    {
        var parents = Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).ToDictionary(id => id, ParentOf);
        return parents.Keys.Where(id => Descends(id, parents) && Read(id, "cmdline").Contains(Mark, StringComparison.Ordinal)).ToHashSet();
    }

    public static void Signal(int id, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static bool Descends(int id, Dictionary<int, int> parents)
    {
        while (parents.TryGetValue(id, out var parent) && parent > 1)
        {
            if (parent == Environment.ProcessId)
                return true;
            id = parent;
        }

        return false;
    }

    private static int ParentOf(int id) => Read(id, "status").Split('\n').FirstOrDefault(line => line.StartsWith("PPid:", StringComparison.Ordinal)) is { } line
        ? int.Parse(line["PPid:".Length..].Trim(), CultureInfo.InvariantCulture)
        : 0;

    /// <summary>Empty for a process that has ended meanwhile.</summary>
    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
