namespace Training.Media.Recording;

/// <summary>
/// Puts a track's timestamps on the wall clock by what its sender said of their capture: first on the sender's clock, then, with all that
/// one sender's tracks tell about it, on ours. Whatever time encoding or the network took is the same for none of the tracks and matters to none.
/// </summary>
/// <remarks>
/// Capture times are followed closely, unlike arrivals: no network disturbs them, and timestamps of sound count the samples that were
/// captured, so that on an overloaded computer, which loses some, they fall behind for good, little by little or at once.
/// A browser says a capture time whenever the timestamps do not tell it any more
/// (https://webrtc.googlesource.com/src/+/refs/heads/main/docs/native-code/rtp-hdrext/abs-capture-time/README.md).
/// </remarks>
public sealed class CaptureClock : IMediaClock
{
    private const double Stretch = 0.25;
    private const double Cliff = 0.03;

    private readonly DateTimeOffset first;
    private readonly int clockRate;
    private readonly OffsetCurve captured;
    private readonly SenderClock sender;

    private CaptureClock(DateTimeOffset first, int clockRate, OffsetCurve captured, SenderClock sender) =>
        (this.first, this.clockRate, this.captured, this.sender) = (first, clockRate, captured, sender);

    /// <inheritdoc/>
    public DateTimeOffset At(long timestamp)
    {
        var media = (double)timestamp / clockRate;
        return sender.ToServer(first.AddSeconds(media + captured.At(media)));
    }

    /// <param name="clockRate">Of the timestamps.</param>
    /// <param name="samples">At least one, all of the same track.</param>
    /// <param name="sender">The clock by which they were captured.</param>
    public static CaptureClock From(int clockRate, IReadOnlyList<CaptureSample> samples, SenderClock sender)
    {
        var first = samples.Min(s => s.Captured);
        List<MediaOffset> points = [.. samples.OrderBy(s => s.Timestamp).Select(s => MediaOffset.Of(s.Timestamp, clockRate, (s.Captured - first).TotalSeconds))];
        return new CaptureClock(first, clockRate, new OffsetCurve(points.Undamaged().LowestOfEach(Stretch), Cliff), sender);
    }
}
