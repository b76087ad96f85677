using System.IO.Compression;
using Training.TestKit;

namespace Training.Portal.Tests.Membership;

/// <summary>The real registers beside these tests.</summary>
internal static class RegisterFiles
{
    public static byte[] Domains2019 => Read("collectivites-domaines-2019.csv.gz");

    public static byte[] Cog2026 => Read("collectivites-cog2026.csv.gz");

    public static byte[] NoLongerPublic => Read("domaines-non-publics-2024.txt.gz");

    private static byte[] Read(string name)
    {
        using var gzip = new GZipStream(File.OpenRead(Repository.PathOf("tests", "Portal.Tests", "Membership", "Data", name)), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
