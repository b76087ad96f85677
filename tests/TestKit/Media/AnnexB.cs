namespace Training.TestKit.Media;

/// <summary>Splits an H.264 byte stream (one slice per picture) into pictures.</summary>
public static class AnnexB
{
    public static IEnumerable<MediaFrame> Pictures(byte[] stream, double rate)
    {
        var units = new List<byte[]>();
        var number = 0;
        foreach (var unit in Units(stream))
        {
            units.Add(unit);
            if ((unit[0] & 0x1F) is not (1 or 5))
                continue;
            yield return new MediaFrame(TimeSpan.FromSeconds(number++ / rate), units);
            units = [];
        }
    }

    private static IEnumerable<byte[]> Units(byte[] stream)
    {
        var from = Next(stream, 0);
        while (from < stream.Length)
        {
            var to = Next(stream, from);
            var end = to == stream.Length ? to : to - 3;
            while (end > from && stream[end - 1] == 0)
                end--;
            yield return stream[from..end];
            from = to;
        }
    }

    private static int Next(byte[] stream, int from)
    {
        var at = stream.AsSpan(from).IndexOf((ReadOnlySpan<byte>)[0, 0, 1]);
        return at < 0 ? stream.Length : from + at + 3;
    }
}
