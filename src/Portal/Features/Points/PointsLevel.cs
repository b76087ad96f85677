namespace Training.Portal.Features.Points;

/// <summary>The level a total gives: 1 to 5, 0 before the first threshold.</summary>
/// <param name="Number">0 to the number of thresholds.</param>
/// <param name="Floor">Total at which this level begins.</param>
/// <param name="Next">Total at which the next one begins, null at the last.</param>
public sealed record PointsLevel(int Total, int Number, int Floor, int? Next)
{
    /// <summary>Points still missing for the next level; 0 at the last.</summary>
    public int Missing => Next is { } next ? next - Total : 0;

    /// <summary>How far into this level, 0 to 100; 100 at the last.</summary>
    public int Percent => Next is { } next ? 100 * (Total - Floor) / (next - Floor) : 100;

    /// <param name="thresholds">Ascending totals at which levels 1, 2… begin.</param>
    public static PointsLevel Of(int total, IReadOnlyList<int> thresholds)
    {
        var number = thresholds.Count(threshold => threshold <= total);
        var floor = number == 0 ? 0 : thresholds[number - 1];
        return new PointsLevel(total, number, floor, number < thresholds.Count ? thresholds[number] : null);
    }
}
