using System.Globalization;
using CsvHelper;

namespace Training.Portal.Features.Membership.Import;

/// <summary>One line, by the names its columns have in our own files and in the State's directories.</summary>
internal sealed class ImportLine(CsvReader csv)
{
    private static readonly char[] Separators = [' ', ';', ',', '|'];

    public long Number => csv.LineNumber;

    public string? Told { get; } = Field(csv, "nom", "name");

    public string? Name => ImportWords.Name(Told);

    public CollectiviteKind? Kind => ImportWords.Kind(Field(csv, "type"));

    public string? Siren { get; } = Field(csv, "siren", "siren_cog2026", "siren_probable");

    public string? Code => Field(csv, "code_insee", "code_insee_siege", "code");

    public string? Departement => Field(csv, "departement");

    public string? DomainClass => Field(csv, "classe_domaine");

    /// <summary>A directory of services tells names its own way (« Mairie déléguée - Cours »): such a line renames no body.</summary>
    public bool Renames => !Has(csv, "classe_domaine") && !ImportWords.IsDirectoryName(Told);

    public IReadOnlyList<string> Domains => Split(Field(csv, "domaine", "domain", "email_domain"));

    /// <summary>Directories join several by « ; ».</summary>
    public IReadOnlyList<string> Contacts => Split(Field(csv, "courriel", "adresse_courriel", "email", "contact"));

    public IReadOnlyList<string> PostalCodes => [.. Split(Field(csv, "codes_postaux", "code_postal")).Where(c => c.Length == 5 && c.All(char.IsAsciiDigit))];

    public int? Population =>
        int.TryParse(Field(csv, "population"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Why the whole line is left out, if it is.</summary>
    public ImportRefusal? Refusal => this switch
    {
        _ when csv.FieldCount > csv.Headers.Count => ImportRefusal.TooManyFields,
        { Name: null } => ImportRefusal.MissingName,
        { Kind: null } => ImportRefusal.UnknownType,
        { Siren: { } siren } when !ImportWords.IsSiren(siren) => ImportRefusal.MalformedSiren,
        _ => null,
    };

    public string RefusedValue => Refusal switch
    {
        ImportRefusal.UnknownType => Field(csv, "type") ?? "",
        ImportRefusal.MalformedSiren => Siren!,
        _ => "",
    };

    public static bool Has(CsvReader csv, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (csv.TryGetFieldIndex(name, out _))
                return true;
        }

        return false;
    }

    private static string[] Split(string? told) => (told ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static string? Field(CsvReader csv, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (csv.TryGetFieldIndex(name, out var column) && column < csv.FieldCount && csv.GetString(column).Trim() is { Length: > 0 } value)
                return value;
        }

        return null;
    }
}
