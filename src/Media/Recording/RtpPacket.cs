using System.Buffers.Binary;

namespace Training.Media.Recording;

/// <summary>The parts of an RTP packet (RFC 3550) that packaging needs. The payload excludes extension and padding.</summary>
public readonly record struct RtpPacket(ushort Sequence, uint Timestamp, bool Marker, ReadOnlyMemory<byte> Payload)
{
    public static bool TryParse(ReadOnlyMemory<byte> packet, out RtpPacket rtp)
    {
        rtp = default;
        var bytes = packet.Span;
        if (bytes.Length < 12 || bytes[0] >> 6 != 2)
            return false;
        var from = 12 + (bytes[0] & 0x0F) * 4;
        if ((bytes[0] & 0x10) != 0 && !SkipExtension(bytes, ref from))
            return false;
        var padding = (bytes[0] & 0x20) != 0 ? bytes[^1] : 0;
        if (from + padding > bytes.Length)
            return false;
        rtp = new RtpPacket(
            BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
            (bytes[1] & 0x80) != 0,
            packet[from..(bytes.Length - padding)]);
        return true;
    }

    private static bool SkipExtension(ReadOnlySpan<byte> bytes, ref int from)
    {
        if (from + 4 > bytes.Length)
            return false;
        from += 4 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(from + 2)..]) * 4;
        return from <= bytes.Length;
    }
}
