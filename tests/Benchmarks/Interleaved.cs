using System.Globalization;

namespace Training.Benchmarks;

/// <summary>
/// Product and peer side by side in one run: A/B/A/B…, so that whatever else the machine does falls on both; medians, and the
/// spread of each side so that a noisy run shows.
/// </summary>
internal static class Interleaved
{
    /// <summary>One uncounted round, then <paramref name="rounds"/> of them.</summary>
    /// <param name="unit">Of the figures both sides give, e.g. <c>/s</c> or <c>ms</c>.</param>
    public static async Task<Outcome> CompareAsync(string unit, int rounds, Func<Task<double>> product, Func<Task<double>> peer)
    {
        await product();
        await peer();
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await product());
            theirs.Add(await peer());
        }

        return new Outcome(Median(ours) / Median(theirs), $"{Told(ours, unit)} against {Told(theirs, unit)}");
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Told(List<double> values, string unit) => string.Create(
        CultureInfo.InvariantCulture, $"{Median(values):0.#} {unit} (±{(values.Max() - values.Min()) / 2 / Median(values):0%})");
}
