using Npgsql;

namespace Training.Benchmarks.Network;

/// <summary>
/// Takes a table's indexes, foreign keys and triggers away while millions of rows come in, and puts them back as the catalogue
/// had them: building an index and adding a key then look at every row, at once. What triggers keep is for the caller to check.
/// </summary>
internal sealed class SetAside
{
    private const string Ours = "n.nspname = 'public' AND c.relname = $1";
    private readonly List<string> back = [];

    public static async Task<SetAside> TakeAsync(NpgsqlConnection connection, params string[] tables)
    {
        var aside = new SetAside();
        foreach (var table in tables)
            await aside.TakeAsync(connection, table);
        return aside;
    }

    public async Task PutBackAsync(NpgsqlConnection connection)
    {
        foreach (var statement in back)
            await RunAsync(connection, statement);
    }

    private async Task TakeAsync(NpgsqlConnection connection, string table)
    {
        await TakeAsync(
            connection, table,
            $"""
             SELECT format('ALTER TABLE %I DROP CONSTRAINT %I', c.relname, o.conname), format('ALTER TABLE %I ADD CONSTRAINT %I %s', c.relname, o.conname, pg_get_constraintdef(o.oid))
             FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Ours} AND o.contype = 'f'
             """);
        await TakeAsync(
            connection, table,
            $"""
             SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
             FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {Ours} AND NOT i.indisprimary
             """);
        await RunAsync(connection, $"ALTER TABLE {table} DISABLE TRIGGER USER");
        back.Add($"ALTER TABLE {table} ENABLE TRIGGER USER");
    }

    private async Task TakeAsync(NpgsqlConnection connection, string table, string asked)
    {
        List<string> away = [];
        await using (var command = new NpgsqlCommand(asked, connection) { Parameters = { new() { Value = table } } })
        await using (var row = await command.ExecuteReaderAsync())
            while (await row.ReadAsync())
            {
                away.Add(row.GetString(0));
                back.Insert(0, row.GetString(1));
            }

        foreach (var statement in away)
            await RunAsync(connection, statement);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }
}
