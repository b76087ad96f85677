namespace Training.Portal.Features.Membership.WayIn;

/// <summary>Which of a body's official mailboxes gets the code.</summary>
public static class OfficialContacts
{
    /// <summary>The asker's own when it is official, the only one there is, or the one chosen by its place in the list.</summary>
    public static OfficialContact Of(IReadOnlyList<string> official, string own, int? chosen) => official switch
    {
        [] => new(null, false),
        _ when official.Contains(own, StringComparer.Ordinal) => new(own, false),
        [var only] => new(only, false),
        _ when chosen is { } place && place >= 0 && place < official.Count => new(official[place], false),
        _ => new(null, true),
    };

    /// <summary>Enough of each to tell it from the others (« m…e@orange.fr »): whoever works there knows the rest, others learn no list of addresses.</summary>
    public static IReadOnlyList<string> Masked(IReadOnlyList<string> official)
    {
        var longest = official.Max(a => a.Length);
        for (var shown = 1; ; shown++)
        {
            List<string> masked = [.. official.Select(a => Masked(a, shown))];
            if (shown >= longest || masked.Distinct(StringComparer.Ordinal).Count() == masked.Count)
                return masked;
        }
    }

    private static string Masked(string address, int shown)
    {
        var at = address.LastIndexOf('@');
        return at <= shown + 1 ? address : $"{address[..shown]}…{address[(at - 1)..]}";
    }
}

/// <param name="Address">Null when there is none, or one must be chosen.</param>
public sealed record OfficialContact(string? Address, bool MustChoose);
