using CsvHelper;

namespace Training.Portal.Features.Membership.Import;

/// <summary>
/// Reads a CSV of collectivités: comma or semicolon, columns by name, in any order. <c>type</c> and <c>nom</c> must be there;
/// the others are those of <see cref="ImportLine"/>. Whatever is left out is told in the report, with its reason.
/// </summary>
public sealed class ImportFile(DomainLists lists)
{
    /// <exception cref="ImportException">The file is no such CSV.</exception>
    public IReadOnlyList<ImportRow> Read(TextReader text, ImportReport report, IReadOnlySet<string>? lapsed = null)
    {
        try
        {
            using var csv = Open(text);
            List<ImportRow> rows = [.. Merged(Rows(csv, report, new DomainReading(lists, lapsed ?? new HashSet<string>(), report)))];
            report.Bodies = rows.Count;
            return rows;
        }
        catch (CsvFormatException malformed)
        {
            throw new ImportException(ImportFileRefusal.Malformed, malformed.LineNumber);
        }
    }

    /// <summary>What can be said at once, without reading it all.</summary>
    /// <exception cref="ImportException">Its first line is not that of such a CSV.</exception>
    public static void Check(TextReader text)
    {
        try
        {
            Open(text).Dispose();
        }
        catch (CsvFormatException malformed)
        {
            throw new ImportException(ImportFileRefusal.Malformed, malformed.LineNumber);
        }
    }

    private static CsvReader Open(TextReader text)
    {
        var csv = CsvReader.Create(text, new CsvReaderOptions { TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
        csv.ReadHeader();
        return ImportLine.Has(csv, "type") && ImportLine.Has(csv, "nom", "name") ? csv : throw new ImportException(ImportFileRefusal.MissingColumns);
    }

    private static IEnumerable<ImportRow> Rows(CsvReader csv, ImportReport report, DomainReading domains)
    {
        while (csv.Read())
        {
            report.Lines++;
            var line = new ImportLine(csv);
            if (line.Refusal is { } refusal)
                report.Reject(new RejectedLine(csv.LineNumber, line.Told ?? "", line.RefusedValue, refusal));
            else
                yield return Row(line, domains);
        }
    }

    private static ImportRow Row(ImportLine line, DomainReading domains)
    {
        var kind = line.Kind!.Value;
        var key = ImportWords.Key(kind, line.Siren, line.Code, line.Departement, line.Name!);
        return new ImportRow(key, kind, line.Name!, line.Siren, line.Code, line.Departement, line.Population, [.. domains.Of(line, key)])
        {
            PostalCodes = line.PostalCodes,
            Contacts = [.. domains.ContactsOf(line)],
            Renames = line.Renames,
        };
    }

    /// <summary>Several lines may tell one body (the town halls of a merged commune): one row with every domain, under the plainest name.</summary>
    private static IEnumerable<ImportRow> Merged(IEnumerable<ImportRow> rows) =>
        rows.GroupBy(r => r.Key, StringComparer.Ordinal).Select(same => same.MinBy(r => r.Name.Length)! with
        {
            Contacts = [.. same.SelectMany(r => r.Contacts).Distinct(StringComparer.Ordinal)],
            PostalCodes = [.. same.SelectMany(r => r.PostalCodes).Distinct(StringComparer.Ordinal)],
            Domains = [.. same.SelectMany(r => r.Domains).Distinct(StringComparer.Ordinal)],
        });
}
