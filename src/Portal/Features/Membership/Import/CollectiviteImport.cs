using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Import;

/// <summary>
/// Adds and updates collectivités and their domains from a file, all or nothing. Running it again changes nothing; a domain that left
/// the file stays until somebody removes it, since it may be what members were admitted by.
/// </summary>
public sealed class CollectiviteImport(TrainingDb db)
{
    public async Task WriteAsync(IReadOnlyList<ImportRow> rows, ImportReport report, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(ImportSql.Stage, cancellationToken);
        await CopyAsync(rows, cancellationToken);
        report.Updated = await db.Database.ExecuteSqlRawAsync(ImportSql.Update, cancellationToken);
        report.Added = await db.Database.ExecuteSqlRawAsync(ImportSql.Add, cancellationToken);
        report.DomainsAdded = await db.Database.ExecuteSqlRawAsync(ImportSql.AddDomains, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task CopyAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(ImportSql.Copy, cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            await writer.WriteAsync(row.Key, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(row.Kind.ToString(), NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(row.Name, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(row.Siren, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(row.InseeCode, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(row.Departement, NpgsqlDbType.Text, cancellationToken);
            await writer.WriteAsync(row.Population, NpgsqlDbType.Integer, cancellationToken);
            await writer.WriteAsync(row.Domains.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }
}
