namespace Training.Media.Recording;

/// <summary>What a clock is ahead of a track's own timestamps, at one of them. Seconds.</summary>
internal readonly record struct MediaOffset(double Media, double Offset)
{
    /// <param name="instant">On the clock, in seconds.</param>
    public static MediaOffset Of(long timestamp, int clockRate, double instant)
    {
        var media = (double)timestamp / clockRate;
        return new MediaOffset(media, instant - media);
    }
}

internal static class MediaOffsets
{
    /// <summary>Median of three neighbours: one damaged time must not pull the clock.</summary>
    public static IEnumerable<MediaOffset> Undamaged(this IReadOnlyList<MediaOffset> points)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var (a, b, c) = (points[Math.Max(0, i - 1)].Offset, points[i].Offset, points[Math.Min(points.Count - 1, i + 1)].Offset);
            yield return points[i] with { Offset = Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c)) };
        }
    }

    /// <summary>Of each stretch of media the one that waited least, in order.</summary>
    public static List<MediaOffset> LowestOfEach(this IEnumerable<MediaOffset> points, double seconds) =>
        [.. points.GroupBy(p => (long)Math.Floor(p.Media / seconds)).Select(stretch => stretch.MinBy(p => p.Offset)).OrderBy(p => p.Media)];
}
