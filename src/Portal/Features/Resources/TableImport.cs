using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Resources;

/// <summary>Puts a file's table in the place of a draft's, whole or not at all.</summary>
public sealed class TableImport(TrainingDb db, TimeProvider time)
{
    /// <summary>False when the version is no draft any more.</summary>
    public async Task<bool> ReplaceAsync(ResourceVersion draft, TableRead table, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var still = await db.ResourceVersions.Where(v => v.Id == draft.Id && v.State == ResourceState.Draft).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.Columns, table.Columns).SetProperty(v => v.RowCount, table.Rows.Count).SetProperty(v => v.ChangedAt, time.GetUtcNow()), cancellationToken);
        if (still == 0)
            return false;
        await db.ResourceRows.Where(r => r.VersionId == draft.Id).ExecuteDeleteAsync(cancellationToken);
        var rows = JsonSerializer.Serialize(table.Rows);
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO resource_rows (version_id, position, cells)
             SELECT {draft.Id}, r.n, ARRAY(SELECT c.cell FROM jsonb_array_elements_text(r.cells) WITH ORDINALITY AS c (cell, k) ORDER BY c.k)
             FROM jsonb_array_elements({rows}::jsonb) WITH ORDINALITY AS r (cells, n)
             """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
