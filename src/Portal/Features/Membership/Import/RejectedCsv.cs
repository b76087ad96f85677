using System.Globalization;
using System.Text;

namespace Training.Portal.Features.Membership.Import;

/// <summary>The lines left out, for a spreadsheet: semicolons, a byte order mark, and nothing that it would compute.</summary>
public static class RejectedCsv
{
    private const string Formulas = "=+-@\t\r＝＋－＠";

    public static string Write(IEnumerable<RejectedLine> lines, Func<RejectedLine, string> why, IReadOnlyList<string> headings)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(';', headings.Select(Cell)).Append("\r\n");
        foreach (var line in lines)
            text.AppendJoin(';', line.Line.ToString(CultureInfo.InvariantCulture), Cell(line.Name), Cell(line.Value), Cell(why(line))).Append("\r\n");
        return text.ToString();
    }

    private static string Cell(string value)
    {
        var inert = value.Length > 0 && Formulas.Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return inert.AsSpan().ContainsAny("\";\r\n") ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : inert;
    }
}
