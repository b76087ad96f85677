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
    /// <summary>In the caller's transaction. Taken back by the caller, it tells exactly what writing would do.</summary>
    public async Task RunAsync(
        IReadOnlyList<ImportRow> rows, ImportReport report, ImportOrigin origin, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        await StageAsync(rows, progress, cancellationToken);
        report.Changes = await db.Database.SqlQueryRaw<ImportChange>(ImportSql.Changes).ToListAsync(cancellationToken);
        progress?.Report(ImportProgress.Compared);
        report.Updated = await db.Database.ExecuteSqlRawAsync(ImportSql.Update, cancellationToken);
        progress?.Report(ImportProgress.Updated);
        report.Added = await db.Database.ExecuteSqlRawAsync(ImportSql.Add, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(ImportSql.RecogniseAdded, cancellationToken);
        progress?.Report(ImportProgress.Added);
        report.DomainsConfirmed = await TellAsync(ImportSql.ConfirmDomains, origin, cancellationToken);
        report.DomainsAdded = await TellAsync(ImportSql.AddDomains, origin, cancellationToken);
    }

    private async Task StageAsync(IReadOnlyList<ImportRow> rows, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(ImportSql.Lock, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(ImportSql.Stage, cancellationToken);
        await CopyAsync(rows, cancellationToken);
        progress?.Report(ImportProgress.Staged);
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
        await writer.WriteAsync(row.Contacts.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Domains.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
    }
}
