using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Training.Portal.Tests.Shared;

/// <summary>One resource file: its keys and words.</summary>
internal sealed partial record Words(string File, IReadOnlyDictionary<string, string> Of)
{
    public static Words Read(string file) => new(file, XDocument.Load(file).Root!.Elements("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")?.Value ?? ""));

    /// <summary>The French files; the English one lies beside each.</summary>
    public static IEnumerable<string> FrenchFiles => SourceFiles.Ending(".resx").Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal));

    public static string EnglishOf(string french) => Path.ChangeExtension(french, ".en.resx");

    public static IEnumerable<string> Holes(string sentence) => Hole().Matches(sentence).Select(m => m.Groups[1].Value).Distinct().Order();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Hole();
}
