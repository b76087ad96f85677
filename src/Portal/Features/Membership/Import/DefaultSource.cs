namespace Training.Portal.Features.Membership.Import;

/// <summary>The register the product brings: <c>@etalab/decoupage-administratif</c> (Licence Ouverte), turned into our columns when the assets are built.</summary>
public static class DefaultSource
{
    /// <summary>Says the same on the console and in the history.</summary>
    public const string Name = "@etalab/decoupage-administratif 6.0.0";

    public const string Word = "default";

    private const string Resource = "Training.Portal.Features.Membership.Data.collectivites.csv.gz";

    public static bool IsCarried => typeof(DefaultSource).Assembly.GetManifestResourceInfo(Resource) is not null;

    /// <exception cref="ImportException">The build does not carry it.</exception>
    public static byte[] Read()
    {
        using var packed = typeof(DefaultSource).Assembly.GetManifestResourceStream(Resource) ?? throw new ImportException(ImportFileRefusal.NoDefault);
        using var plain = new MemoryStream();
        using var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress);
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
