using System.Text.RegularExpressions;

namespace Training.Portal.Features.Shared.Typography;

/// <summary>
/// French puts a space before tall punctuation and inside quotation marks, and no line may break there
/// (Lexique des règles typographiques en usage à l’Imprimerie nationale). Resource files have ordinary spaces, which one sees when writing.
/// </summary>
public static partial class FrenchSpacing
{
    private const string NoBreak = "\u00a0";
    private const string Thin = "\u202f";

    public static string Of(string text) =>
        BeforeTall().Replace(BesideQuotes().Replace(text, NoBreak), Thin);

    [GeneratedRegex(@"(?<=«) | (?=»)| (?=:(?:\s|$))")]
    private static partial Regex BesideQuotes();

    [GeneratedRegex(@" (?=[;!?](?:[\s»)]|$))")]
    private static partial Regex BeforeTall();
}
