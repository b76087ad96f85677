namespace Training.TestKit.Media;

/// <summary>Takes the Opus packets (20 ms each) out of an Ogg file.</summary>
public static class OggOpus
{
    public static IEnumerable<MediaFrame> Packets(byte[] ogg)
    {
        // The first two packets are OpusHead and OpusTags. The encoder's pre-skip (312 samples) shifts all that follows.
        var number = -2;
        foreach (var packet in AllPackets(ogg))
            if (number++ >= 0)
                yield return new MediaFrame(TimeSpan.FromMilliseconds(20 * (number - 1) - 6.5), [packet]);
    }

    private static IEnumerable<byte[]> AllPackets(byte[] ogg)
    {
        var packet = new List<byte>();
        for (var page = 0; page + 27 <= ogg.Length;)
        {
            var segments = ogg[page + 26];
            var data = page + 27 + segments;
            for (var i = 0; i < segments; i++)
            {
                var length = ogg[page + 27 + i];
                packet.AddRange(ogg.AsSpan(data, length));
                data += length;
                if (length == 255)
                    continue;
                yield return [.. packet];
                packet.Clear();
            }

            page = data;
        }
    }
}
