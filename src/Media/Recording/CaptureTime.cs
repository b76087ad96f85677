using System.Buffers.Binary;

namespace Training.Media.Recording;

/// <summary>
/// Reads <c>abs-capture-time</c> out of an RTP header extension (RFC 8285): the capture instant by the sender's clock as 64-bit NTP time,
/// alone or followed by a clock offset. Its number was agreed between the browser and us and stands in no raw file; of the extensions that our
/// gate lets through (<see cref="Rooms.Sdp.SdpGate"/>) it is the only one of 8 or 16 octets, and known by that.
/// </summary>
internal static class CaptureTime
{
    private const ushort OneByteProfile = 0xBEDE;
    private const int ProfileAndLength = 4;
    private const double NtpSecond = 4294967296.0;
    private static readonly DateTimeOffset NtpEpoch = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset? In(ReadOnlySpan<byte> extension)
    {
        if (extension.Length <= ProfileAndLength || BinaryPrimitives.ReadUInt16BigEndian(extension) != OneByteProfile)
            return null;
        for (var at = ProfileAndLength; at < extension.Length;)
        {
            var length = extension[at] == 0 ? 0 : (extension[at] & 0x0F) + 1;
            if (length is 8 or 16 && at + length < extension.Length)
                return NtpEpoch.AddSeconds(BinaryPrimitives.ReadUInt64BigEndian(extension[(at + 1)..]) / NtpSecond);
            at += 1 + length;
        }

        return null;
    }
}
