using System.Globalization;

namespace Training.Portal.Features.Resources;

/// <summary>
/// In what order a column's cells come: by number when every cell that says something is one (as written in France, or with a
/// point), by day when every one is a date, else by the alphabet of French. Empty cells come last.
/// </summary>
public static class ColumnOrder
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly string[] Days = ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "d/M/yyyy H:mm", "yyyy-M-d H:mm", "yyyy-M-d'T'H:mm:ss"];

    /// <summary>The indexes of the cells in their order; equal ones as they stood.</summary>
    public static int[] Of(IReadOnlyList<string> cells)
    {
        var filled = Enumerable.Range(0, cells.Count).Where(i => cells[i].Length > 0).ToList();
        var empty = Enumerable.Range(0, cells.Count).Where(i => cells[i].Length == 0);
        return [.. Sorted(cells, filled), .. empty];
    }

    private static IEnumerable<int> Sorted(IReadOnlyList<string> cells, List<int> filled)
    {
        if (Read(cells, filled, Number) is { } numbers)
            return filled.OrderBy(i => numbers[i]);
        if (Read(cells, filled, Day) is { } days)
            return filled.OrderBy(i => days[i]);
        return filled.OrderBy(i => cells[i], StringComparer.Create(French, ignoreCase: true));
    }

    /// <summary>Null as soon as one cell is something else.</summary>
    private static Dictionary<int, T>? Read<T>(IReadOnlyList<string> cells, List<int> filled, Func<string, T?> read)
        where T : struct
    {
        var values = new Dictionary<int, T>();
        foreach (var i in filled)
        {
            if (read(cells[i]) is not { } value)
                return null;
            values[i] = value;
        }

        return values;
    }

    /// <summary>« 1 234,50 € », « 12 % », « -3.5 ».</summary>
    private static decimal? Number(string cell)
    {
        var plain = string.Concat(cell.Where(c => !char.IsWhiteSpace(c))).TrimEnd('€', '%').Replace('−', '-').Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static DateTime? Day(string cell) => DateTime.TryParseExact(cell, Days, French, DateTimeStyles.None, out var day) ? day : null;
}
