using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Import;

/// <summary>
/// Adds and updates collectivités and their domains from a file, all or nothing. Running it again changes nothing; a domain that left
/// the file stays until somebody removes it, since it may be what members were admitted by.
/// </summary>
public sealed class CollectiviteImport(TrainingDb db, TimeProvider time)
{
    public Task WriteAsync(IReadOnlyList<ImportRow> rows, ImportReport report, ImportOrigin origin, CancellationToken cancellationToken = default) =>
        RunAsync(rows, report, origin, keep: true, cancellationToken);

    /// <summary>Does everything, counts it, and takes it back: what is told is exactly what writing would do.</summary>
    public Task PreviewAsync(IReadOnlyList<ImportRow> rows, ImportReport report, ImportOrigin origin, CancellationToken cancellationToken = default) =>
        RunAsync(rows, report, origin, keep: false, cancellationToken);

    private async Task RunAsync(IReadOnlyList<ImportRow> rows, ImportReport report, ImportOrigin origin, bool keep, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await StageAsync(rows, cancellationToken);
        report.Changes = await db.Database.SqlQueryRaw<ImportChange>(ImportSql.Changes).ToListAsync(cancellationToken);
        report.Updated = await db.Database.ExecuteSqlRawAsync(ImportSql.Update, cancellationToken);
        report.Added = await db.Database.ExecuteSqlRawAsync(ImportSql.Add, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(ImportSql.RecogniseAdded, cancellationToken);
        report.DomainsConfirmed = await TellAsync(ImportSql.ConfirmDomains, origin, cancellationToken);
        report.DomainsAdded = await TellAsync(ImportSql.AddDomains, origin, cancellationToken);
        if (keep)
            await transaction.CommitAsync(cancellationToken);
    }

    private async Task StageAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(ImportSql.Lock, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(ImportSql.Stage, cancellationToken);
        await CopyAsync(rows, cancellationToken);
        foreach (var step in ImportSql.Recognise)
            await db.Database.ExecuteSqlRawAsync(step, cancellationToken);
    }

    private Task<int> TellAsync(string sql, ImportOrigin origin, CancellationToken cancellationToken)
    {
        object[] values =
        [
            time.GetUtcNow(),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Integer, Value = (object?)origin.MemberId ?? DBNull.Value },
            origin.Source,
        ];
        return db.Database.ExecuteSqlRawAsync(sql, values, cancellationToken);
    }

    private async Task CopyAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(ImportSql.Copy, cancellationToken);
        foreach (var row in rows)
            await CopyAsync(writer, row, cancellationToken);
        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task CopyAsync(NpgsqlBinaryImporter writer, ImportRow row, CancellationToken cancellationToken)
    {
        await writer.StartRowAsync(cancellationToken);
        await writer.WriteAsync(row.Key, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Kind.ToString(), NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Name, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Renames, NpgsqlDbType.Boolean, cancellationToken);
        await writer.WriteAsync(row.Siren, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.InseeCode, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Departement, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Population, NpgsqlDbType.Integer, cancellationToken);
        await writer.WriteAsync(row.PostalCodes.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Contact, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Domains.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
    }
}
