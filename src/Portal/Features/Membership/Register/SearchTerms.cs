using System.Text.RegularExpressions;

namespace Training.Portal.Features.Membership.Register;

/// <summary>What somebody looks for among collectivités: a number (SIREN, SIRET, INSEE code, postcode), or words and perhaps a département.</summary>
/// <param name="Number">Digits as typed, without spaces; a SIRET is cut to its SIREN.</param>
public sealed partial record SearchTerms(string? Number, string Words, string? Departement)
{
    private const int Longest = 100;
    private const int SirenDigits = 9;
    private const int SiretDigits = 14;

    /// <summary>Null when nothing was typed that could be looked for.</summary>
    public static SearchTerms? Of(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length > Longest)
            text = text[..Longest];
        if (NumberForm().IsMatch(text.Replace(" ", "", StringComparison.Ordinal)))
            return new SearchTerms(Shortened(text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()), "", null);
        var departement = DepartementForm().Match(text);
        var words = departement.Success ? text[..departement.Index] : text;
        return words.Any(char.IsLetter) ? new SearchTerms(null, words, departement.Success ? departement.Groups[1].Value.ToUpperInvariant() : null) : null;
    }

    private static string Shortened(string number) => number.Length == SiretDigits ? number[..SirenDigits] : number;

    /// <summary>At least two signs, all digits but the letter of Corsica.</summary>
    [GeneratedRegex(@"\A(?:[0-9]{2,14}|2[AB][0-9]{0,3})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();

    /// <summary>« Sainte-Colombe 69 », « Sainte-Colombe (69) ».</summary>
    [GeneratedRegex(@"[\s(]+([0-9]{2,3}|2[AB])\)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DepartementForm();
}
