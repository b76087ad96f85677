namespace Training.Portal.Features.Membership.Import;

/// <summary>How the words of a file become ours.</summary>
public static class ImportWords
{
    private const string TownHall = "Mairie - ";
    private const int LongestName = 300;

    public static CollectiviteKind Kind(string? type) => type?.ToLowerInvariant() switch
    {
        "commune" => CollectiviteKind.Commune,
        "epci" => CollectiviteKind.Epci,
        "departement" => CollectiviteKind.Departement,
        "region" => CollectiviteKind.Region,
        "cdg" => CollectiviteKind.Cdg,
        "syndicat" => CollectiviteKind.Syndicat,
        _ => CollectiviteKind.Other,
    };

    /// <summary>« Mairie - Abzac » is the commune Abzac.</summary>
    public static string? Name(string? told)
    {
        var name = string.Concat((told ?? "").Where(c => !char.IsControl(c))).Trim();
        name = name.StartsWith(TownHall, StringComparison.Ordinal) ? name[TownHall.Length..].Trim() : name;
        return name.Length is > 0 and <= LongestName ? name : null;
    }

    /// <summary>The first that is nine digits.</summary>
    public static string? Siren(params ReadOnlySpan<string?> told)
    {
        foreach (var one in told)
        {
            if (one is { Length: 9 } && one.All(char.IsAsciiDigit))
                return one;
        }

        return null;
    }

    /// <summary>Files name a département by its number or by the commune where it sits; only the number is one.</summary>
    public static string Key(CollectiviteKind kind, string? siren, string? code, string? departement, string name) => (siren, kind) switch
    {
        ({ } number, _) => $"siren:{number}",
        (null, CollectiviteKind.Departement) when departement is not null => $"{kind}:{departement}",
        (null, CollectiviteKind.Commune) when code is not null => $"{kind}:{code}",
        _ => $"{kind}:{code}:{name}",
    };
}
