using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Resources;

namespace Training.Portal.Features.Search;

/// <summary>Looks for words in all that the reader may see, and nowhere else.</summary>
public sealed class SearchDesk(TrainingDb db, NpgsqlDataSource source, OpenedReading opened)
{
    public async Task<SearchAnswer> FindAsync(SearchWords words, Reader reader, CancellationToken cancellationToken = default)
    {
        if (words.IsEmpty)
            return new SearchAnswer([], [], [], [], false);
        var seen = await db.Groups.Where(GroupAccess.SeenBy(reader)).Select(g => g.Id).ToArrayAsync(cancellationToken);
        var entered = await db.Groups.Where(GroupAccess.EnteredBy(reader)).Select(g => g.Id).ToArrayAsync(cancellationToken);
        var open = await opened.OfAsync(reader, entered, cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var answer = await ExactAsync(connection, words.Prefixes, seen, entered, open, reader, cancellationToken);
        return answer.Count > 0 ? answer : await AlikeAsync(connection, words.Typed, seen, entered, reader, cancellationToken);
    }

    private static async Task<SearchAnswer> ExactAsync(
        NpgsqlConnection connection, string words, int[] seen, int[] entered, OpenedResources open, Reader reader, CancellationToken cancellationToken) => new(
        await ReadAsync(connection, SearchSql.Groups, words, seen, cancellationToken),
        await ReadAsync(connection, SearchSql.Conferences, words, entered, cancellationToken, Of(reader)),
        await ReadAsync(connection, SearchSql.Topics, words, entered, cancellationToken),
        await ReadAsync(connection, SearchSql.Resources, words, entered, cancellationToken, open.Parameters),
        false);

    private static async Task<SearchAnswer> AlikeAsync(NpgsqlConnection connection, string typed, int[] seen, int[] entered, Reader reader, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var setting = new NpgsqlCommand(SearchSql.Alike, connection))
            await setting.ExecuteNonQueryAsync(cancellationToken);
        return new SearchAnswer(
            await ReadAsync(connection, SearchSql.GroupsAlike, typed, seen, cancellationToken),
            await ReadAsync(connection, SearchSql.ConferencesAlike, typed, entered, cancellationToken, Of(reader)),
            await ReadAsync(connection, SearchSql.TopicsAlike, typed, entered, cancellationToken),
            await ReadAsync(connection, SearchSql.ResourcesAlike, typed, entered, cancellationToken),
            true);
    }

    /// <summary>For a statement that asks for whom each conference is.</summary>
    private static NpgsqlParameter[] Of(Reader reader) =>
    [
        new NpgsqlParameter<int> { TypedValue = reader.MemberId },
        new NpgsqlParameter<int> { TypedValue = reader.CollectiviteId },
        new NpgsqlParameter<bool> { TypedValue = reader.Administrator },
    ];

    private static async Task<IReadOnlyList<SearchHit>> ReadAsync(
        NpgsqlConnection connection, string statement, string words, int[] groups, CancellationToken cancellationToken, params NpgsqlParameter[] more)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = words });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = groups });
        command.Parameters.AddRange(more);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        List<SearchHit> found = [];
        while (await row.ReadAsync(cancellationToken))
            found.Add(new SearchHit(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)));
        return found;
    }
}
