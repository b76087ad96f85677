namespace Training.Journeys.MainJob;

/// <summary>
/// How far the replay moved sound against picture. Each flash and each beep is compared with itself at the source, never
/// with one another: Chromium plays its two files loosely, so what the source showed together is not known beforehand.
/// </summary>
internal static class Skew
{
    private const double Near = 1.5;

    /// <summary>Seconds by which the beeps come late (early when negative) in the replay, beyond what the flashes do. All instants are seconds of one clock.</summary>
    public static double Over(Instants source, Instants replay) => Median(Delays(source.Beeps, replay.Beeps)) - Median(Delays(source.Flashes, replay.Flashes));

    /// <summary>What each instant of the replay is later than the nearest of the source.</summary>
    public static IReadOnlyList<double> Delays(IReadOnlyList<double> source, IReadOnlyList<double> replay)
    {
        List<double> delays = [.. replay.Select(at => at - source.MinBy(captured => Math.Abs(captured - at))).Where(delay => Math.Abs(delay) < Near)];
        Assert.True(delays.Count >= 3, $"Too few seen again: at the source {string.Join(", ", source)}; in the replay {string.Join(", ", replay)}.");
        return delays;
    }

    private static double Median(IEnumerable<double> delays) => delays.Order().ElementAt(delays.Count() / 2);
}

internal sealed record Instants(IReadOnlyList<double> Flashes, IReadOnlyList<double> Beeps);
