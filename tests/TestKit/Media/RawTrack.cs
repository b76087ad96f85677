using System.Buffers.Binary;

namespace Training.TestKit.Media;

/// <summary>How a track's packets reached the engine.</summary>
public sealed record TrackNetwork
{
    public static readonly TrackNetwork Perfect = new();

    public double DelayMs { get; init; } = 20;

    /// <summary>Each packet is late by up to this much more.</summary>
    public double JitterMs { get; init; }

    /// <summary>Share of packets that never arrive.</summary>
    public double Loss { get; init; }

    /// <summary>Share of packets overtaken by the next one.</summary>
    public double Reorder { get; init; }

    /// <summary>How much slower than the engine's the sender's clock runs, in millionths.</summary>
    public double DriftPpm { get; init; }

    /// <summary>What the sender's clock is ahead of ours, for a sender that says capture times (once a second and whenever the timestamps do not tell them, as Chromium does); null for one that does not.</summary>
    public TimeSpan? SenderAhead { get; init; }

    /// <summary>How fast the clock runs that the sender says capture times by; anything but 1 is a broken sender.</summary>
    public double SenderPace { get; init; } = 1;

    /// <summary>What the sender's overloaded computer has lost of the track up to a time of it: the timestamps count what is left.</summary>
    public Func<TimeSpan, TimeSpan> Lost { get; init; } = _ => TimeSpan.Zero;

    public int Seed { get; init; } = 1;
}

/// <summary>
/// Writes one raw track file from coded frames. Sequence numbers and timestamps start just before they wrap round.
/// </summary>
public static class RawTrack
{
    private const int LargestPayload = 1_180;
    private static readonly TimeSpan Untold = TimeSpan.FromMilliseconds(1);

    /// <param name="captured">Wall-clock instant of the first frame's media time zero.</param>
    public static void Write(string path, string codec, IEnumerable<MediaFrame> frames, DateTimeOffset captured, TrackNetwork network)
    {
        var random = new Random(network.Seed);
        var packets = Packets(codec, frames, captured, network, random);
        var first = packets.Min(p => p.ArrivalMs);
        using var writer = new MjrWriter(path, codec, captured.AddMilliseconds(first));
        foreach (var (arrival, packet) in packets)
            writer.Write((uint)Math.Max(0, arrival - first), packet);
    }

    private static List<(double ArrivalMs, byte[] Packet)> Packets(string codec, IEnumerable<MediaFrame> frames, DateTimeOffset captured, TrackNetwork network, Random random)
    {
        var said = TimeSpan.FromSeconds(-1);
        var rate = codec == "h264" ? 90_000 : 48_000;
        var packets = new List<(double ArrivalMs, byte[] Packet)>();
        var sequence = (ushort)65_500;
        foreach (var frame in frames)
        {
            var timestamp = (uint)(0xFFFF_0000 + (long)Math.Round(frame.Time.TotalSeconds * rate));
            var payloads = codec == "h264" ? H264Payloads(frame.Units) : [frame.Units[0]];
            var taken = frame.Time + network.Lost(frame.Time);
            var onTheWire = taken.TotalMilliseconds * (1 + network.DriftPpm / 1e6) + network.DelayMs + random.NextDouble() * network.JitterMs;
            byte[] extension = [];
            if (network.SenderAhead is { } ahead && (frame.Time >= said + TimeSpan.FromSeconds(1) || network.Lost(frame.Time) - network.Lost(said) > Untold))
                (extension, said) = (CaptureTime(captured + taken * network.SenderPace + ahead), frame.Time);
            for (var i = 0; i < payloads.Count; i++)
                packets.Add((onTheWire + i * 0.1, Rtp(sequence++, timestamp, codec != "h264" || i == payloads.Count - 1, i == 0 ? extension : [], payloads[i])));
        }

        return Disturbed(packets, network, random);
    }

    private static List<(double ArrivalMs, byte[] Packet)> Disturbed(List<(double ArrivalMs, byte[] Packet)> packets, TrackNetwork network, Random random)
    {
        for (var i = 1; i < packets.Count; i++)
            if (random.NextDouble() < network.Reorder)
                (packets[i - 1], packets[i]) = (packets[i] with { ArrivalMs = packets[i - 1].ArrivalMs }, packets[i - 1] with { ArrivalMs = packets[i].ArrivalMs });
        packets.RemoveAll(_ => random.NextDouble() < network.Loss);
        // The engine's own clock never goes back.
        for (var i = 1; i < packets.Count; i++)
            packets[i] = packets[i] with { ArrivalMs = Math.Max(packets[i].ArrivalMs, packets[i - 1].ArrivalMs) };
        return packets;
    }

    private static List<byte[]> H264Payloads(IReadOnlyList<byte[]> units)
    {
        var payloads = new List<byte[]>();
        var headers = units.Where(u => (u[0] & 0x1F) is 7 or 8).ToList();
        if (headers.Count > 0)
            payloads.Add([0x78, .. headers.SelectMany(u => (byte[])[(byte)(u.Length >> 8), (byte)u.Length, .. u])]);
        foreach (var unit in units.Where(u => (u[0] & 0x1F) is 1 or 5))
            payloads.AddRange(unit.Length <= LargestPayload ? [unit] : Fragments(unit));
        return payloads;
    }

    private static IEnumerable<byte[]> Fragments(byte[] unit)
    {
        for (var from = 1; from < unit.Length; from += LargestPayload)
        {
            var to = Math.Min(unit.Length, from + LargestPayload);
            var flags = (from == 1 ? 0x80 : 0) | (to == unit.Length ? 0x40 : 0);
            yield return [(byte)(unit[0] & 0xE0 | 28), (byte)(flags | unit[0] & 0x1F), .. unit[from..to]];
        }
    }

    /// <summary>Header extension of one element, number 5: abs-capture-time with a clock offset of zero (RFC 8285 §4.2).</summary>
    private static byte[] CaptureTime(DateTimeOffset captured)
    {
        var extension = new byte[24];
        BinaryPrimitives.WriteUInt16BigEndian(extension, 0xBEDE);
        BinaryPrimitives.WriteUInt16BigEndian(extension.AsSpan(2), 5);
        extension[4] = 0x5F;
        var seconds = (captured - new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds;
        BinaryPrimitives.WriteUInt64BigEndian(extension.AsSpan(5), (ulong)(seconds * 4294967296.0));
        return extension;
    }

    private static byte[] Rtp(ushort sequence, uint timestamp, bool marker, byte[] extension, byte[] payload)
    {
        var header = new byte[12];
        header[0] = (byte)(extension.Length > 0 ? 0x90 : 0x80);
        header[1] = (byte)(marker ? 0x80 | 96 : 96);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), sequence);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), 0x5EED);
        return [.. header, .. extension, .. payload];
    }
}
