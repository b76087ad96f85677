namespace Training.Media.Recording;

/// <summary>
/// Puts a track's own timestamps on the wall clock, from the arrival times kept in its file. Delay on the network only
/// ever adds, so the best guess is the lower envelope of (arrival − media time). The envelope may bend by
/// <see cref="LargestDrift"/>: enough for any sound card's drift over hours, too little for a minute of congestion to shift
/// the track. A lasting step upwards (the source paused its timestamps) starts a new envelope.
/// </summary>
public sealed class ArrivalClock : IMediaClock
{
    private const double LargestDrift = 300e-6;
    private const double Bucket = 1.0;
    private const double Step = 2.0;
    private const double LookAhead = 10.0;

    private readonly DateTimeOffset firstArrival;
    private readonly int clockRate;
    private readonly List<(double Media, double Offset)> nodes;

    private ArrivalClock(DateTimeOffset firstArrival, int clockRate, List<(double, double)> nodes) =>
        (this.firstArrival, this.clockRate, this.nodes) = (firstArrival, clockRate, nodes);

    /// <inheritdoc/>
    public DateTimeOffset At(long timestamp)
    {
        var media = (double)timestamp / clockRate;
        return firstArrival.AddSeconds(media + OffsetAt(media));
    }

    /// <param name="samples">Unrolled timestamp and arrival (ms since the first packet) of each frame's first packet, in order of arrival.</param>
    public static ArrivalClock From(DateTimeOffset firstArrival, int clockRate, IReadOnlyList<(long Timestamp, uint ArrivalMs)> samples)
    {
        var nodes = new List<(double, double)>();
        foreach (var run in Runs(Buckets(Offsets(samples, clockRate))))
            nodes.AddRange(Envelope(run));
        return new ArrivalClock(firstArrival, clockRate, nodes);
    }

    private double OffsetAt(double media)
    {
        if (nodes.Count == 0)
            return 0;
        var after = UpperBound(media);
        if (after == 0 || after == nodes.Count)
            return nodes[Math.Max(0, after - 1)].Offset;
        var (low, high) = (nodes[after - 1], nodes[after]);
        if (high.Offset - low.Offset > 1 || high.Media <= low.Media)
            return low.Offset;
        return low.Offset + (high.Offset - low.Offset) * (media - low.Media) / (high.Media - low.Media);
    }

    private int UpperBound(double media)
    {
        var (low, high) = (0, nodes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (nodes[middle].Media <= media)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Median of three neighbours: one damaged arrival time must not pull the envelope.</summary>
    private static IEnumerable<(double Media, double Offset)> Offsets(IReadOnlyList<(long Timestamp, uint ArrivalMs)> samples, int clockRate)
    {
        double Offset(int i) => samples[i].ArrivalMs / 1000.0 - (double)samples[i].Timestamp / clockRate;
        for (var i = 0; i < samples.Count; i++)
        {
            var (a, b, c) = (Offset(Math.Max(0, i - 1)), Offset(i), Offset(Math.Min(samples.Count - 1, i + 1)));
            yield return ((double)samples[i].Timestamp / clockRate, Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c)));
        }
    }

    private static List<(double Media, double Offset)> Buckets(IEnumerable<(double Media, double Offset)> offsets)
    {
        var lowest = new SortedDictionary<long, (double Media, double Offset)>();
        foreach (var sample in offsets)
        {
            var bucket = (long)Math.Floor(sample.Media / Bucket);
            if (!lowest.TryGetValue(bucket, out var best) || sample.Offset < best.Offset)
                lowest[bucket] = sample;
        }

        return [.. lowest.Values];
    }

    private static IEnumerable<List<(double Media, double Offset)>> Runs(List<(double Media, double Offset)> points)
    {
        var run = new List<(double Media, double Offset)>();
        for (var i = 0; i < points.Count; i++)
        {
            if (run.Count > 0 && Stepped(points, i, run[^1].Offset))
            {
                yield return run;
                run = [];
            }

            run.Add(points[i]);
        }

        if (run.Count > 0)
            yield return run;
    }

    /// <summary>Higher than before, and still so ten seconds later: a stall would have come back down.</summary>
    private static bool Stepped(List<(double Media, double Offset)> points, int at, double before)
    {
        for (var i = at; i < points.Count && points[i].Media - points[at].Media < LookAhead; i++)
            if (points[i].Offset - before < Step)
                return false;
        return true;
    }

    /// <summary>The highest curve below all points that never bends by more than the largest drift.</summary>
    private static List<(double Media, double Offset)> Envelope(List<(double Media, double Offset)> points)
    {
        for (var i = 1; i < points.Count; i++)
            points[i] = Lowered(points[i], points[i - 1]);
        for (var i = points.Count - 2; i >= 0; i--)
            points[i] = Lowered(points[i], points[i + 1]);
        return points;
    }

    private static (double, double) Lowered((double Media, double Offset) point, (double Media, double Offset) neighbour) =>
        (point.Media, Math.Min(point.Offset, neighbour.Offset + LargestDrift * Math.Abs(point.Media - neighbour.Media)));
}
