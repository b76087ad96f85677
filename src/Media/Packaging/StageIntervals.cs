namespace Training.Media.Packaging;

/// <summary>When a track was really there, from the instants of its frames in seconds. A silence longer than <see cref="Patience"/> is an absence.</summary>
internal sealed class StageIntervals
{
    private const double Patience = 5;

    private readonly List<ReplayInterval> intervals = [];

    public IReadOnlyList<ReplayInterval> Seconds => intervals;

    public double Total => intervals.Sum(i => i.End - i.Start);

    public void Seen(double seconds)
    {
        if (intervals.Count > 0 && seconds - intervals[^1].End <= Patience)
            intervals[^1] = intervals[^1] with { End = Math.Max(intervals[^1].End, seconds) };
        else
            intervals.Add(new ReplayInterval(seconds, seconds));
    }

    /// <summary>What none of the given intervals covers between zero and <paramref name="duration"/>.</summary>
    public static IReadOnlyList<ReplayInterval> Gaps(IEnumerable<ReplayInterval> covered, double duration)
    {
        var gaps = new List<ReplayInterval>();
        var reached = 0.0;
        foreach (var interval in covered.Append(new ReplayInterval(duration, duration)).OrderBy(i => i.Start))
        {
            if (interval.Start - reached > Patience)
                gaps.Add(new ReplayInterval(reached, interval.Start));
            reached = Math.Max(reached, interval.End);
        }

        return gaps;
    }
}
