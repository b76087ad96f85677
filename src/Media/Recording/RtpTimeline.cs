namespace Training.Media.Recording;

/// <summary>
/// Unrolls 16-bit sequence numbers and 32-bit timestamps of one track, in order of arrival. Both passes over a file use
/// it, so that they agree. A timestamp that jumps against the arrival times (a new source, nonsense) goes on from the arrival.
/// </summary>
public sealed class RtpTimeline(int clockRate)
{
    private const long LargestJumpMs = 5_000;
    private const long LargestForwardMs = 30_000;
    private const int LargestSequenceJump = 3_000;

    private bool started;
    private ushort sequence;
    private uint timestamp;
    private uint arrivalMs;
    private long longSequence;
    private long longTimestamp;

    /// <summary>Sequence number and timestamp without wrap-around; the first packet has timestamp zero.</summary>
    public (long Sequence, long Timestamp) Extend(in RtpPacket packet, uint arrival)
    {
        if (!started)
            Start(packet, arrival);
        var steps = (short)(packet.Sequence - sequence);
        var extended = Math.Abs((int)steps) > LargestSequenceJump ? longSequence + 2 : longSequence + steps;
        var ticks = longTimestamp + Advance((int)(packet.Timestamp - timestamp), (long)arrival - arrivalMs);
        if (extended >= longSequence)
            Remember(packet, arrival, extended, ticks);
        return (extended, ticks);
    }

    private void Start(in RtpPacket packet, uint arrival)
    {
        started = true;
        Remember(packet, arrival, packet.Sequence, 0);
    }

    private long Advance(int ticks, long elapsedMs)
    {
        var mediaMs = ticks * 1000L / clockRate;
        if (mediaMs is > -LargestJumpMs and < LargestForwardMs || Math.Abs(mediaMs - elapsedMs) < LargestJumpMs)
            return ticks;
        return Math.Clamp(elapsedMs, 1, 3_600_000) * clockRate / 1000;
    }

    private void Remember(in RtpPacket packet, uint arrival, long extended, long ticks) =>
        (sequence, timestamp, arrivalMs, longSequence, longTimestamp) = (packet.Sequence, packet.Timestamp, arrival, extended, ticks);
}
