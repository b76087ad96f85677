using System.Globalization;

namespace Training.Benchmarks;

/// <summary>Runs the rows one after the other and prints each as soon as it is known.</summary>
internal static class Table
{
    /// <summary>The number of rows that missed their goal or had a fault.</summary>
    public static async Task<int> RunAsync(IEnumerable<Benchmark> rows)
    {
        var missed = 0;
        Print("measured", "ratio", "goal", "", "figures");
        foreach (var row in rows)
            missed += await RunAsync(row) ? 0 : 1;
        return missed;
    }

    private static async Task<bool> RunAsync(Benchmark row)
    {
        var outcome = await row.RunAsync();
        var held = outcome.Fault is null && row.Goal.Holds(outcome.Ratio);
        Print(
            row.Name, outcome.Ratio.ToString("0.000", CultureInfo.InvariantCulture) + "×", row.Goal.ToString(), held ? "held" : "MISSED",
            $"{outcome.Detail}{(outcome.Fault is null ? "" : $"; {outcome.Fault}")}; load {Load()}");
        return held;
    }

    /// <summary>Of the machine over the last minute: a figure taken under load says so.</summary>
    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static void Print(string name, string ratio, string goal, string verdict, string figures) =>
        Console.WriteLine($"{name,-46} {ratio,9} {goal,9} {verdict,-7} {figures}");
}
