using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Resources;

/// <summary>What a reader asks of a table.</summary>
/// <param name="Words">Every word must be found; upper and lower case alike.</param>
/// <param name="Column">Index of the one column to look in, null for all.</param>
/// <param name="SortedBy">Index of the column to sort by, null for the file's order.</param>
/// <param name="Page">From 1.</param>
public sealed record TableQuestion(string? Words, int? Column, int? SortedBy, int Page);

/// <param name="Found">Rows that answer, on all pages.</param>
public sealed record TablePage(IReadOnlyList<string[]> Rows, int Found, int Page, int Pages);

/// <summary>Pages of a table: filtered by the database, sorted by <see cref="ColumnOrder"/>.</summary>
public sealed class TableBrowsing(TrainingDb db)
{
    public const int PerPage = 50;

    public async Task<TablePage> ReadAsync(ResourceVersion version, TableQuestion asked, CancellationToken cancellationToken = default)
    {
        var rows = Filtered(db.ResourceRows.Where(r => r.VersionId == version.Id), version, asked);
        var found = await rows.CountAsync(cancellationToken);
        var pages = Math.Max(1, (found + PerPage - 1) / PerPage);
        var page = Math.Clamp(asked.Page, 1, pages);
        var shown = Index(asked.SortedBy, version) is { } column
            ? await SortedAsync(rows, column, (page - 1) * PerPage, cancellationToken)
            : await rows.OrderBy(r => r.Position).Skip((page - 1) * PerPage).Take(PerPage).Select(r => r.Cells).ToListAsync(cancellationToken);
        return new TablePage(shown, found, page, pages);
    }

    /// <summary>What a column holds (numbers, days, words) shows only from all its cells: they alone are read, then the page's rows.</summary>
    private static async Task<List<string[]>> SortedAsync(IQueryable<ResourceRow> rows, int column, int skipped, CancellationToken cancellationToken)
    {
        var cells = await rows.OrderBy(r => r.Position).Select(r => new { r.Position, Cell = r.Cells[column] }).ToListAsync(cancellationToken);
        var wanted = ColumnOrder.Of([.. cells.Select(c => c.Cell)]).Skip(skipped).Take(PerPage).Select(i => cells[i].Position).ToList();
        var shown = await rows.Where(r => wanted.Contains(r.Position)).ToDictionaryAsync(r => r.Position, r => r.Cells, cancellationToken);
        return [.. wanted.Select(position => shown[position])];
    }

    private static IQueryable<ResourceRow> Filtered(IQueryable<ResourceRow> rows, ResourceVersion version, TableQuestion asked)
    {
        foreach (var word in (asked.Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            var pattern = $"%{Literally(word)}%";
            rows = Index(asked.Column, version) is { } column
                ? rows.Where(r => EF.Functions.ILike(r.Cells[column], pattern, @"\"))
                : rows.Where(r => EF.Functions.ILike(string.Join(" ", r.Cells), pattern, @"\"));
        }

        return rows;
    }

    private static int? Index(int? asked, ResourceVersion version) => asked >= 0 && asked < version.Columns.Length ? asked : null;

    private static string Literally(string typed) =>
        typed.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
