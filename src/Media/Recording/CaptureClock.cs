namespace Training.Media.Recording;

/// <summary>
/// Puts a track's timestamps on the wall clock by what its sender said of their capture: first on the sender's clock, then, with all that
/// one sender's tracks tell about it, on ours. Whatever time encoding or the network took is the same for none of the tracks and matters to none.
/// </summary>
public sealed class CaptureClock : IMediaClock
{
    private readonly ArrivalClock captured;
    private readonly SenderClock sender;

    private CaptureClock(ArrivalClock captured, SenderClock sender) => (this.captured, this.sender) = (captured, sender);

    /// <inheritdoc/>
    public DateTimeOffset At(long timestamp) => sender.ToServer(captured.At(timestamp));

    /// <param name="clockRate">Of the timestamps.</param>
    /// <param name="samples">At least one, all of the same track.</param>
    /// <param name="sender">The clock by which they were captured.</param>
    public static CaptureClock From(int clockRate, IReadOnlyList<CaptureSample> samples, SenderClock sender)
    {
        var first = samples.Min(s => s.Captured);
        // The samples stand on an even clock, and the envelope under such is the clock itself.
        return new CaptureClock(ArrivalClock.From(first, clockRate, [.. samples.Select(s => (s.Timestamp, (uint)(s.Captured - first).TotalMilliseconds))]), sender);
    }
}
