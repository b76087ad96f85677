namespace Training.Media.Recording;

/// <summary>A packet in its place: <see cref="GapBefore"/> says that packets before it never arrived.</summary>
public readonly record struct OrderedPacket(long Timestamp, bool Marker, bool GapBefore, ReadOnlyMemory<byte> Payload);

/// <summary>
/// Puts retransmitted and overtaken packets back in order. The file is at rest, so waiting costs nothing: a missing
/// packet is given up only when one arrived <see cref="PatienceMs"/> later.
/// </summary>
public sealed class RtpReorder
{
    private const uint PatienceMs = 2_000;
    private const int LargestQueue = 4_096;

    private readonly SortedDictionary<long, (RtpPacket Packet, long Timestamp, uint Arrival)> waiting = [];
    private long next = long.MinValue;

    public long Lost { get; private set; }

    /// <summary>Takes one packet and gives those whose turn it is. Payloads are valid until the next call.</summary>
    public IEnumerable<OrderedPacket> Push(RtpPacket packet, long sequence, long timestamp, uint arrival)
    {
        if (sequence < next)
            yield break;
        if (sequence == next || next == long.MinValue)
        {
            next = sequence + 1;
            yield return new OrderedPacket(timestamp, packet.Marker, false, packet.Payload);
        }
        else
        {
            waiting.TryAdd(sequence, (packet with { Payload = packet.Payload.ToArray() }, timestamp, arrival));
        }

        while (waiting.Count > 0 && Ready(arrival))
            yield return Release();
    }

    public IEnumerable<OrderedPacket> Flush()
    {
        while (waiting.Count > 0)
            yield return Release();
    }

    private bool Ready(uint arrival)
    {
        var (sequence, first) = waiting.First();
        return sequence == next || waiting.Count > LargestQueue || arrival > first.Arrival + PatienceMs;
    }

    private OrderedPacket Release()
    {
        var (sequence, (packet, timestamp, _)) = waiting.First();
        waiting.Remove(sequence);
        var gap = sequence - next;
        Lost += gap;
        next = sequence + 1;
        return new OrderedPacket(timestamp, packet.Marker, gap > 0, packet.Payload);
    }
}
