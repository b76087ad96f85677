namespace Training.Benchmarks.Network;

internal static class Percentile
{
    /// <summary>Ninety-five of a hundred values are not above it.</summary>
    public static double Of95(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Ceiling(0.95 * sorted.Length) - 1];
    }
}
