using System.Globalization;
using System.Text;

namespace Training.Portal.Features.Discussions;

/// <param name="Name">As on the member's profile.</param>
public sealed record Mentionable(int MemberId, string Name);

/// <summary>Who is meant by <c>@Prénom Nom</c>: members of the group, accents and case aside. Of two names the longer is meant; homonyms all.</summary>
public static class MentionRule
{
    private const int Most = 20;

    /// <summary>False when no @ can begin a name: then nobody need be looked up.</summary>
    public static bool MayMention(string text) => Starts(text).Any();

    public static IReadOnlyList<int> Of(string text, IReadOnlyList<Mentionable> people)
    {
        var folded = people.Select(p => (p.MemberId, Name: Fold(p.Name))).Where(p => p.Name.Length > 0).ToList();
        return [.. Starts(text).Take(Most).SelectMany(start => Meant(Fold(text[start..]), folded)).Distinct()];
    }

    private static IEnumerable<int> Meant(string tail, List<(int MemberId, string Name)> people)
    {
        var meant = people.Where(p => tail.StartsWith(p.Name, StringComparison.Ordinal) && EndsThere(tail, p.Name.Length)).ToList();
        var longest = meant.Count == 0 ? 0 : meant.Max(p => p.Name.Length);
        return meant.Where(p => p.Name.Length == longest).Select(p => p.MemberId);
    }

    private static bool EndsThere(string tail, int length) => tail.Length == length || !char.IsLetterOrDigit(tail[length]);

    /// <summary>Where a name would begin: after an @ that no mail address carries.</summary>
    private static IEnumerable<int> Starts(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at + 1 < text.Length && char.IsLetter(text[at + 1]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
                yield return at + 1;
        }
    }

    private static string Fold(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
