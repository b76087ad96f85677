namespace Training.Media.Recording;

/// <summary>
/// What a sender's clock shows, told on ours. Its error is read off the quickest packets of all its tracks: time on the way only ever adds.
/// </summary>
public sealed class SenderClock
{
    private const int Microseconds = 1_000_000;
    private readonly DateTimeOffset first;
    private readonly ArrivalClock clock;

    private SenderClock(DateTimeOffset first, ArrivalClock clock) => (this.first, this.clock) = (first, clock);

    public DateTimeOffset ToServer(DateTimeOffset captured) => clock.At((captured - first).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <param name="samples">At least one, of any tracks of one browser.</param>
    public static SenderClock From(IEnumerable<CaptureSample> samples)
    {
        var ordered = samples.OrderBy(s => s.Arrived).ToList();
        var (captured, arrived) = (ordered.Min(s => s.Captured), ordered[0].Arrived);
        return new SenderClock(captured, ArrivalClock.From(arrived, Microseconds,
            [.. ordered.Select(s => ((s.Captured - captured).Ticks / TimeSpan.TicksPerMicrosecond, (uint)(s.Arrived - arrived).TotalMilliseconds))]));
    }
}
