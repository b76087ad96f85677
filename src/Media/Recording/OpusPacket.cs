namespace Training.Media.Recording;

/// <summary>What an Opus packet's first bytes say (RFC 6716 §3.1).</summary>
public static class OpusPacket
{
    private const int Longest = 5_760;

    /// <summary>Twenty milliseconds of silence, one channel.</summary>
    public static ReadOnlyMemory<byte> Silence { get; } = new byte[] { 0xF8, 0xFF, 0xFE };

    public const int SilenceSamples = 960;

    public static bool IsStereo(ReadOnlySpan<byte> packet) => packet.Length > 0 && (packet[0] & 0x04) != 0;

    /// <summary>Samples at 48 kHz, or 0 when the packet is malformed.</summary>
    public static int Samples(ReadOnlySpan<byte> packet)
    {
        if (packet.Length == 0)
            return 0;
        var frames = (packet[0] & 3) switch { 0 => 1, 1 or 2 => 2, _ => packet.Length > 1 ? packet[1] & 0x3F : 0 };
        var samples = frames * FrameSamples(packet[0] >> 3);
        return samples <= Longest ? samples : 0;
    }

    private static int FrameSamples(int configuration) => configuration switch
    {
        < 12 => (configuration & 3) switch { 0 => 480, 1 => 960, 2 => 1_920, _ => 2_880 },
        < 16 => (configuration & 1) == 0 ? 480 : 960,
        _ => 120 << (configuration & 3),
    };
}
