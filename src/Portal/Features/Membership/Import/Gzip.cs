using System.IO.Compression;

namespace Training.Portal.Features.Membership.Import;

/// <summary>Files kept in rows take a tenth of their size.</summary>
internal static class Gzip
{
    public static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    public static Stream Unpack(byte[] packed) => new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
}
