using System.Globalization;

namespace Training.Portal.Features.Membership;

/// <summary>A person's name as others will read it: one line, no control or direction marks.</summary>
public static class MemberName
{
    public const int Longest = 100;

    /// <summary>The name tidied; null when there is none or it is longer than <see cref="Longest"/>.</summary>
    public static string? Of(string? typed)
    {
        var readable = string.Concat((typed ?? "").Where(c => !IsHidden(c)).Select(c => char.IsWhiteSpace(c) ? ' ' : c));
        var name = string.Join(' ', readable.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length is > 0 and <= Longest && name.Any(char.IsLetter) ? name : null;
    }

    /// <summary>« Camille Martin-Duval » from <c>camille.martin-duval</c>; empty when the mailbox is not named after a person.</summary>
    public static string Suggest(string localPart) =>
        localPart.Split('.') is { Length: 2 } parts && parts.All(p => p.Length > 1 && p.All(c => char.IsAsciiLetter(c) || c == '-'))
            ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(string.Join(' ', parts))
            : "";

    private static bool IsHidden(char c) =>
        !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
