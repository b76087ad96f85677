namespace Training.Media.Packaging;

/// <summary>AAC frames as ffmpeg writes them one after the other, each with its seven-byte ADTS header.</summary>
internal static class AdtsFrames
{
    private const int Header = 7;

    /// <summary>Where each whole frame lies, header included; stops at the first that is not whole.</summary>
    public static List<Range> Whole(ReadOnlySpan<byte> stream)
    {
        var frames = new List<Range>();
        for (var at = 0; at + Header <= stream.Length && stream[at] == 0xFF && (stream[at + 1] & 0xF6) == 0xF0;)
        {
            var length = (stream[at + 3] & 3) << 11 | stream[at + 4] << 3 | stream[at + 5] >> 5;
            if (length <= Header || at + length > stream.Length)
                break;
            frames.Add(at..(at + length));
            at += length;
        }

        return frames;
    }

    public static ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> frame) => frame[Header..];
}
