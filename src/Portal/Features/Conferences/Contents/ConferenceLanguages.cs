namespace Training.Portal.Features.Conferences.Contents;

/// <summary>Languages in which agents train each other: ISO 639 codes, each with its word in the resource file. Sign language is one.</summary>
public static class ConferenceLanguages
{
    public const string French = "fr";

    public static IReadOnlyList<string> All { get; } =
        [French, "en", "de", "es", "it", "nl", "pt", "fsl", "br", "ca", "co", "eu", "gsw", "oc", "gcf", "gcr", "rcf", "ty"];
}
