using System.Globalization;
using System.Text;

namespace Training.Portal.Features.Groups;

/// <summary>A group's name as part of an address: « Marchés publics » → <c>marches-publics</c>.</summary>
public static class GroupSlug
{
    private const int Longest = 60;

    /// <summary>Addresses of pages, which no group may take.</summary>
    private static readonly HashSet<string> Reserved = ["nouveau"];

    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD).ToLowerInvariant())
            Add(slug, letter);
        var text = slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
        return text.Length == 0 || Reserved.Contains(text) ? $"groupe-{text}".TrimEnd('-') : text;
    }

    /// <summary>The n-th group of that name.</summary>
    public static string Numbered(string slug, int number) =>
        number == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");

    private static void Add(StringBuilder slug, char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter))
            slug.Append(letter);
        else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            slug.Append('-');
    }
}
