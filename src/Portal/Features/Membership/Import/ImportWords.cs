using System.Globalization;
using System.Text;

namespace Training.Portal.Features.Membership.Import;

/// <summary>How the words of a file become ours.</summary>
public static class ImportWords
{
    private const int LongestName = 300;
    private static readonly string[] DirectoryPrefixes = ["Mairie - ", "Conseil départemental - ", "Conseil régional - "];

    /// <summary>Null for a kind we do not know.</summary>
    public static CollectiviteKind? Kind(string? type) => type?.ToLowerInvariant() switch
    {
        "commune" => CollectiviteKind.Commune,
        "epci" or "ept" => CollectiviteKind.Epci,
        "departement" => CollectiviteKind.Departement,
        "region" => CollectiviteKind.Region,
        "cdg" => CollectiviteKind.Cdg,
        "syndicat" => CollectiviteKind.Syndicat,
        "cnfpt" or "autre" or "other" => CollectiviteKind.Other,
        _ => null,
    };

    /// <summary>« Mairie - Abzac » is the commune Abzac.</summary>
    public static string? Name(string? told)
    {
        var name = string.Concat((told ?? "").Where(c => !char.IsControl(c))).Trim();
        name = Prefix(name) is { } prefix ? name[prefix.Length..].Trim() : name;
        return name.Length is > 0 and <= LongestName ? name : null;
    }

    /// <summary>The name is told as a directory of services does.</summary>
    public static bool IsDirectoryName(string? told) => Prefix(told?.Trim() ?? "") is not null;

    public static bool IsSiren(string told) => told.Length == 9 && told.All(char.IsAsciiDigit);

    /// <summary>Files name a département by its number or by the commune where it sits, a région by either: only number and name tell them.</summary>
    public static string Key(CollectiviteKind kind, string? siren, string? code, string? departement, string name) => (siren, kind) switch
    {
        ({ } number, _) => $"siren:{number}",
        (null, CollectiviteKind.Departement) when departement is not null => $"{kind}:{departement}",
        (null, CollectiviteKind.Region) => $"{kind}:{Plain(name)}",
        (null, CollectiviteKind.Commune) when code is not null => $"{kind}:{code}",
        _ => $"{kind}:{code}:{name}",
    };

    private static string? Prefix(string name) => DirectoryPrefixes.FirstOrDefault(p => name.StartsWith(p, StringComparison.Ordinal));

    private static string Plain(string name) => string.Concat(
        name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(char.ToLowerInvariant));
}
