using System.Text;

namespace Training.Portal.Features.Shared.Sheets;

/// <summary>A sheet as CSV for French spreadsheets: semicolons, a byte order mark; an apostrophe before what would be computed.</summary>
public static class CsvSheet
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Write(Sheet sheet)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in sheet.Rows.Prepend(sheet.Headings))
            text.AppendJoin(';', row.Select(Cell)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(string value)
    {
        var inert = Sheet.LooksComputed(value) ? "'" + value : value;
        return inert.AsSpan().ContainsAny("\";\r\n\t") ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : inert;
    }
}
