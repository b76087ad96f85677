using System.Text;
using CsvHelper;

namespace Training.Portal.Features.Resources;

/// <summary>Why a file does not become a table.</summary>
public enum TableRefusal
{
    Missing,
    TooLarge,
    NotText,
    NoColumn,
    TooManyColumns,
    ColumnUnnamed,
    ColumnTwice,
    NoRow,
    TooManyRows,

    /// <summary>A line has not as many cells as there are columns.</summary>
    Uneven,

    CellTooLong,
}

/// <summary>A table as its file says.</summary>
/// <param name="Line">The line of the file a refusal is about; 0 when about the whole.</param>
public sealed record TableRead(string[] Columns, List<string[]> Rows, TableRefusal? Refusal = null, int Line = 0);

/// <summary>Reads a CSV as spreadsheets write it in France: comma, semicolon or tab; UTF-8 or Windows-1252. All or nothing.</summary>
public static class TableFile
{
    public const int MostBytes = 5 * 1024 * 1024;
    public const int MostColumns = 40;
    public const int MostRows = 20_000;
    private const int LongestCell = 2000;

    public static TableRead Read(byte[] file)
    {
        if (file.Length > MostBytes)
            return Refused(TableRefusal.TooLarge);
        if (Array.IndexOf(file, (byte)0) >= 0)
            return Refused(TableRefusal.NotText);
        var text = Text(file);
        using var csv = CsvReader.FromText(Text(file), new CsvReaderOptions { TrackLineNumbers = true });
        csv.ReadHeader();
        string[] columns = [.. csv.Headers.ToArray().Select(c => c.Trim())];
        if (columns.Length == 0)
            return Refused(TableRefusal.NoColumn);
        return WrongColumns(columns) is { } wrong ? Refused(wrong) : Rows(csv, columns);
    }

    private static TableRead Rows(CsvReader csv, string[] columns)
    {
        var rows = new List<string[]>();
        while (csv.Read())
        {
            if (csv.FieldCount != columns.Length)
                return Refused(TableRefusal.Uneven, csv);
            if (rows.Count == MostRows)
                return Refused(TableRefusal.TooManyRows);
            string[] cells = [.. Enumerable.Range(0, columns.Length).Select(i => csv.GetString(i).Trim())];
            if (Array.Exists(cells, c => c.Length > LongestCell))
                return Refused(TableRefusal.CellTooLong, csv);
            rows.Add(cells);
        }

        return rows.Count == 0 ? Refused(TableRefusal.NoRow) : new TableRead(columns, rows);
    }

    private static TableRefusal? WrongColumns(string[] columns) => columns switch
    {
        { Length: > MostColumns } => TableRefusal.TooManyColumns,
        _ when Array.Exists(columns, c => c.Length == 0) => TableRefusal.ColumnUnnamed,
        _ when columns.Distinct(StringComparer.OrdinalIgnoreCase).Count() < columns.Length => TableRefusal.ColumnTwice,
        _ => null,
    };

    private static string Text(byte[] file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
        }
    }

    private static TableRead Refused(TableRefusal refusal, CsvReader? at = null) => new([], [], refusal, (int)(at?.LineNumber ?? 0));
}
