using System.Globalization;
using CsvHelper;

namespace Training.Portal.Features.Membership.Import;

/// <summary>
/// Reads a CSV of collectivités: comma or semicolon, columns by name, in any order. <c>type</c> and <c>nom</c> must be there;
/// <c>siren</c>, <c>code_insee</c>, <c>departement</c>, <c>population</c> and <c>domaine</c> (several separated by spaces) may. The columns of the State's
/// directories (<c>siren_cog2026</c>, <c>code</c>, <c>email_domain</c>, <c>classe_domaine</c>…) are known too.
/// </summary>
public sealed class ImportFile(DomainLists lists)
{
    private static readonly string[] RefusedClasses = ["mal-forme", "absent"];
    private static readonly char[] DomainSeparators = [' ', ';', ',', '|'];

    /// <exception cref="ImportException">The file has not the columns an import needs.</exception>
    public IReadOnlyList<ImportRow> Read(TextReader text, ImportReport report)
    {
        using var csv = CsvReader.Create(text, new CsvReaderOptions { TrackLineNumbers = true });
        csv.ReadHeader();
        if (!Has(csv, "type") || !Has(csv, "nom", "name"))
            throw new ImportException("the first line must name at least the columns type and nom.");
        return [.. Merged(Rows(csv, report))];
    }

    private IEnumerable<ImportRow> Rows(CsvReader csv, ImportReport report)
    {
        while (csv.Read())
        {
            report.Lines++;
            if (ImportWords.Name(Field(csv, "nom", "name")) is { } name)
                yield return Row(csv, name, report);
            else
                report.Nameless++;
        }
    }

    private ImportRow Row(CsvReader csv, string name, ImportReport report)
    {
        var kind = ImportWords.Kind(Field(csv, "type"));
        var siren = ImportWords.Siren(Field(csv, "siren", "siren_cog2026"), Field(csv, "siren_probable"));
        var code = Field(csv, "code_insee", "code_insee_siege", "code");
        var departement = Field(csv, "departement");
        return new ImportRow(ImportWords.Key(kind, siren, code, departement, name), kind, name, siren, code, departement, Population(csv), [.. Domains(csv, report)]);
    }

    private IEnumerable<string> Domains(CsvReader csv, ImportReport report)
    {
        foreach (var told in (Field(csv, "domaine", "domain", "email_domain") ?? "").Split(DomainSeparators, StringSplitOptions.RemoveEmptyEntries))
        {
            var domain = MailAddressRule.CanonicalHost(told[(told.LastIndexOf('@') + 1)..]);
            if (domain is null || RefusedClasses.Contains(Field(csv, "classe_domaine")))
                report.SkipMalformed(csv.LineNumber, told);
            else if (lists.IsGeneric(domain))
                report.Generic++;
            else if (lists.IsDisposable(domain))
                report.Disposable++;
            else
                yield return domain;
        }
    }

    /// <summary>Several lines may tell one body (the town halls of a merged commune): one row with every domain.</summary>
    private static IEnumerable<ImportRow> Merged(IEnumerable<ImportRow> rows) =>
        rows.GroupBy(r => r.Key, StringComparer.Ordinal).Select(same => same.First() with
        {
            Domains = [.. same.SelectMany(r => r.Domains).Distinct(StringComparer.Ordinal)],
        });

    private static int? Population(CsvReader csv) =>
        int.TryParse(Field(csv, "population"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Has(CsvReader csv, params string[] names) => names.Any(n => csv.TryGetFieldIndex(n, out _));

    private static string? Field(CsvReader csv, params string[] names) =>
        names.Select(n => csv.TryGetFieldIndex(n, out var column) && column < csv.FieldCount ? csv.GetString(column).Trim() : null)
            .FirstOrDefault(value => !string.IsNullOrEmpty(value));
}

/// <summary>The file cannot be imported; the message ends a sentence that names it.</summary>
public sealed class ImportException(string message) : Exception(message);
