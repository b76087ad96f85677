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
    private const double Cliff = 1.0;
    private const double LookAhead = 10.0;

    private readonly DateTimeOffset firstArrival;
    private readonly int clockRate;
    private readonly OffsetCurve curve;

    private ArrivalClock(DateTimeOffset firstArrival, int clockRate, OffsetCurve curve) =>
        (this.firstArrival, this.clockRate, this.curve) = (firstArrival, clockRate, curve);

    /// <inheritdoc/>
    public DateTimeOffset At(long timestamp)
    {
        var media = (double)timestamp / clockRate;
        return firstArrival.AddSeconds(media + curve.At(media));
    }

    /// <param name="samples">Unrolled timestamp and arrival (ms since the first packet) of each frame's first packet, in order of arrival.</param>
    public static ArrivalClock From(DateTimeOffset firstArrival, int clockRate, IReadOnlyList<(long Timestamp, uint ArrivalMs)> samples)
    {
        List<MediaOffset> points = [.. samples.Select(s => MediaOffset.Of(s.Timestamp, clockRate, s.ArrivalMs / 1000.0))];
        return new ArrivalClock(firstArrival, clockRate, new OffsetCurve([.. Runs(points.Undamaged().LowestOfEach(Bucket)).SelectMany(Envelope)], Cliff));
    }

    private static IEnumerable<List<MediaOffset>> Runs(List<MediaOffset> points)
    {
        var run = new List<MediaOffset>();
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
    private static bool Stepped(List<MediaOffset> points, int at, double before)
    {
        for (var i = at; i < points.Count && points[i].Media - points[at].Media < LookAhead; i++)
            if (points[i].Offset - before < Step)
                return false;
        return true;
    }

    /// <summary>The highest curve below all points that never bends by more than the largest drift.</summary>
    private static List<MediaOffset> Envelope(List<MediaOffset> points)
    {
        for (var i = 1; i < points.Count; i++)
            points[i] = Lowered(points[i], points[i - 1]);
        for (var i = points.Count - 2; i >= 0; i--)
            points[i] = Lowered(points[i], points[i + 1]);
        return points;
    }

    private static MediaOffset Lowered(MediaOffset point, MediaOffset neighbour) =>
        point with { Offset = Math.Min(point.Offset, neighbour.Offset + LargestDrift * Math.Abs(point.Media - neighbour.Media)) };
}
