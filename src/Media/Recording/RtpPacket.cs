using System.Buffers.Binary;

namespace Training.Media.Recording;

/// <summary>The parts of an RTP packet (RFC 3550) that packaging needs. The payload excludes extension and padding.</summary>
/// <param name="Captured">When the sender's clock says it captured this, on the packets that tell.</param>
public readonly record struct RtpPacket(ushort Sequence, uint Timestamp, bool Marker, ReadOnlyMemory<byte> Payload, DateTimeOffset? Captured = null)
{
    public static bool TryParse(ReadOnlyMemory<byte> packet, out RtpPacket rtp)
    {
        rtp = default;
        var bytes = packet.Span;
        if (bytes.Length < 12 || bytes[0] >> 6 != 2)
            return false;
        var from = 12 + (bytes[0] & 0x0F) * 4;
        var extension = (bytes[0] & 0x10) != 0 ? ExtensionLength(bytes, from) : 0;
        if (extension < 0)
            return false;
        var payload = from + extension;
        var padding = (bytes[0] & 0x20) != 0 ? bytes[^1] : 0;
        if (payload + padding > bytes.Length)
            return false;
        rtp = new RtpPacket(
            BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]),
            (bytes[1] & 0x80) != 0,
            packet[payload..(bytes.Length - padding)],
            CaptureTime.In(bytes[from..payload]));
        return true;
    }

    /// <summary>Of the whole header extension, its profile and length included; -1 when it is cut off.</summary>
    private static int ExtensionLength(ReadOnlySpan<byte> bytes, int from)
    {
        if (from + 4 > bytes.Length)
            return -1;
        var length = 4 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(from + 2)..]) * 4;
        return from + length <= bytes.Length ? length : -1;
    }
}
