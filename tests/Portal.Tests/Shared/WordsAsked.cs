using System.Text.RegularExpressions;

namespace Training.Portal.Tests.Shared;

/// <summary>A key that some source asks its localizer for. Holes of an interpolated key match anything.</summary>
internal sealed partial record WordsAsked(string Source, string Resource, string Key)
{
    private static readonly Lazy<Dictionary<string, Words>> Known = new(() => Words.FrenchFiles.ToDictionary(f => Path.GetFileNameWithoutExtension(f), Words.Read));

    public bool HasWords => Known.Value.TryGetValue(Resource, out var words) && words.Of.Keys.Any(Pattern().IsMatch);

    public static IEnumerable<WordsAsked> InSources() =>
        from file in SourceFiles.Ending(".cshtml").Concat(SourceFiles.Ending(".cs"))
        let text = File.ReadAllText(file)
        from localizer in Localizers(text, file)
        from use in Regex.Matches(text, $@"(?<![\w.]){localizer.Name}\[(?<interpolated>\$?)""(?<key>(?:[^""\\{{]|\{{[^}}]*\}})+)""")
        select new WordsAsked(SourceFiles.NameOf(file), localizer.Resource, use.Groups["key"].Value);

    public override string ToString() => $"{Source}: {Resource} has no {Key}";

    private static IEnumerable<(string Resource, string Name)> Localizers(string text, string file)
    {
        foreach (Match match in Injection().Matches(text))
            yield return (match.Groups["type"].Value.Split('.')[^1], match.Groups["name"].Value);
        if (file.EndsWith(".cshtml", StringComparison.Ordinal))
            yield return ("CommonText", "Common");
    }

    private Regex Pattern() => new($"^{HoleOrText().Replace(Key, m => m.Value.StartsWith('{') ? ".+" : Regex.Escape(m.Value))}$");

    [GeneratedRegex(@"IStringLocalizer<(?<type>[\w.]+)>\s+(?<name>\w+)")]
    private static partial Regex Injection();

    [GeneratedRegex(@"\{[^}]*\}|[^{]+")]
    private static partial Regex HoleOrText();
}
