namespace Training.Media.Recording;

/// <summary>One packet whose sender said when it was captured.</summary>
/// <param name="Timestamp">Unrolled by <see cref="RtpTimeline"/>.</param>
/// <param name="Captured">By the sender's clock, which may be wrong as a whole but runs evenly.</param>
/// <param name="Arrived">By the server's clock.</param>
public readonly record struct CaptureSample(long Timestamp, DateTimeOffset Captured, DateTimeOffset Arrived)
{
    /// <summary>Time on the way, plus what the sender's clock is behind ours.</summary>
    public TimeSpan Lag => Arrived - Captured;
}
