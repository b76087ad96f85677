namespace Training.Journeys.MainJob;

/// <summary>How far beeps are from their flashes.</summary>
internal static class Skew
{
    /// <summary>Median of beep minus nearest flash, in the unit of the instants; beeps without a flash near are left out.</summary>
    public static double Of(IReadOnlyList<double> flashes, IReadOnlyList<double> beeps, double near)
    {
        var pairs = beeps.Select(beep => beep - flashes.MinBy(flash => Math.Abs(flash - beep)))
            .Where(difference => Math.Abs(difference) < near).Order().ToList();
        Assert.True(pairs.Count >= 2, $"Too few pairs: flashes at {string.Join(", ", flashes)}; beeps at {string.Join(", ", beeps)}.");
        return pairs[pairs.Count / 2];
    }
}
