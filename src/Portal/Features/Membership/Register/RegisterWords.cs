using System.Globalization;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership.Import;

namespace Training.Portal.Features.Membership.Register;

/// <summary>The register in words.</summary>
public sealed class RegisterWords(IStringLocalizer<RegisterText> text)
{
    public string Kind(CollectiviteKind kind) => text[$"Kind_{kind}"];

    public string Kind(FoundCollectivite found) => Kind(Enum.Parse<CollectiviteKind>(found.Kind));

    public string State(DomainState state) => text[$"State_{state}"];

    /// <summary>« Sainte-Colombe (69) ».</summary>
    public static string Told(FoundCollectivite found) => found.Departement is { Length: > 0 } departement ? $"{found.Name} ({departement})" : found.Name;

    /// <summary>« Commune · 69560 · 2 145 habitants »: what tells homonyms apart.</summary>
    public string Detail(FoundCollectivite found) => string.Join(" · ", Details(found));

    public string Found(int count) => count switch
    {
        0 => text["FoundNone"],
        1 => text["FoundOne"],
        CollectiviteFinder.Most => text["FoundFirst", count],
        _ => text["FoundMany", count],
    };

    public string Refusal(ImportRefusal refusal) => text[$"Import_{refusal}"];

    public string Refusal(ImportException refusal) => text[$"File_{refusal.Refusal}", refusal.Line ?? 0];

    /// <summary>Why an import came to nothing.</summary>
    public string Failure(RegisterImport import) => Enum.TryParse<ImportFailure>(import.Failure, out var failure)
        ? text[$"Failure_{failure}"]
        : text[$"File_{import.Failure}", import.FailureLine ?? 0];

    public string Verdict(DomainVerdict verdict) => text[$"Verdict_{verdict}"];

    public string Field(string field) => text[$"Field_{field}"];

    public string Count(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private IEnumerable<string> Details(FoundCollectivite found)
    {
        yield return Kind(found);
        if (found.PostalCodes.Length > 0)
            yield return string.Join(", ", found.PostalCodes);
        if (found.Population is { } people)
            yield return text[people <= 1 ? "PeopleOne" : "PeopleMany", Count(people)];
        if (found.Siren is { } siren)
            yield return text["SirenIs", siren];
    }
}
