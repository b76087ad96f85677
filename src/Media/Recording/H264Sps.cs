namespace Training.Media.Recording;

/// <summary>What a sequence parameter set (H.264 7.3.2.1) says about the picture.</summary>
public sealed record H264Sps(byte Profile, byte Constraints, byte Level, int Width, int Height)
{
    private const int LargestSide = 8_192;

    /// <summary>RFC 6381 name, as playlists and browsers want it.</summary>
    public string Codec => $"avc1.{Profile:x2}{Constraints:x2}{Level:x2}";

    /// <summary>Null when the bytes are no usable parameter set.</summary>
    /// <param name="nal">Whole NAL unit, its header byte included.</param>
    public static H264Sps? Parse(ReadOnlySpan<byte> nal)
    {
        if (nal.Length < 5 || (nal[0] & 0x1F) != 7)
            return null;
        var bits = new BitReader(nal[4..]);
        bits.Unsigned();
        if (nal[1] is 100 or 110 or 122 or 244 or 44 or 83 or 86 or 118 or 128 && !SkipHighProfile(ref bits))
            return null;
        SkipOrder(ref bits);
        bits.Unsigned();
        bits.Bits(1);
        var (width, height) = Size(ref bits);
        return bits.Exhausted || width is <= 0 or > LargestSide || height is <= 0 or > LargestSide
            ? null
            : new H264Sps(nal[1], nal[2], nal[3], width, height);
    }

    private static bool SkipHighProfile(ref BitReader bits)
    {
        var chroma = bits.Unsigned();
        if (chroma == 3)
            bits.Bits(1);
        bits.Unsigned();
        bits.Unsigned();
        bits.Bits(1);
        // Scaling matrices do not occur in WebRTC, and only 4:2:0 is played by browsers.
        return chroma == 1 && bits.Bits(1) == 0;
    }

    private static void SkipOrder(ref BitReader bits)
    {
        bits.Unsigned();
        var kind = bits.Unsigned();
        if (kind == 0)
            bits.Unsigned();
        if (kind != 1)
            return;
        bits.Bits(1);
        bits.Signed();
        bits.Signed();
        for (var left = bits.Unsigned(); left > 0 && !bits.Exhausted; left--)
            bits.Signed();
    }

    private static (int Width, int Height) Size(ref BitReader bits)
    {
        var width = (long)(bits.Unsigned() + 1) * 16;
        var mapUnits = (long)(bits.Unsigned() + 1) * 16;
        var fieldsOnly = bits.Bits(1) == 0;
        if (fieldsOnly)
            bits.Bits(1);
        bits.Bits(1);
        var height = mapUnits * (fieldsOnly ? 2 : 1);
        if (bits.Bits(1) == 1)
        {
            width -= ((long)bits.Unsigned() + bits.Unsigned()) * 2;
            height -= ((long)bits.Unsigned() + bits.Unsigned()) * (fieldsOnly ? 4 : 2);
        }

        return ((int)Math.Clamp(width, -1, int.MaxValue), (int)Math.Clamp(height, -1, int.MaxValue));
    }
}
