using Npgsql;

namespace Training.Benchmarks.Network;

/// <summary>What the ledger's triggers would have kept while they stood aside, and that they stand again.</summary>
internal static class LedgerCheck
{
    private static readonly (string Told, string Sql)[] Rules =
    [
        ("an account is not the sum of its lines",
            """
            SELECT count(*) FROM points_accounts a FULL JOIN (SELECT member_id, sum(amount) AS balance, sum(earned) AS earned FROM points_entries GROUP BY member_id) s USING (member_id)
            WHERE (a.balance, a.earned) IS DISTINCT FROM (s.balance, s.earned)
            """),
        ("a balance went below zero",
            "SELECT count(*) FROM (SELECT sum(amount) OVER (PARTITION BY member_id ORDER BY earned_at, id) AS balance FROM points_entries) b WHERE balance < 0"),
        ("a counter-line does not counter",
            """
            SELECT count(*) FROM points_entries r JOIN points_entries o ON o.id = r.reverses_id
            WHERE (r.member_id, r.amount, r.earned, r.root_id) IS DISTINCT FROM (o.member_id, -o.amount, -o.earned, coalesce(o.root_id, o.id))
            """),
    ];

    public static async Task AssertAsync(NpgsqlConnection connection)
    {
        foreach (var (told, sql) in Rules)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
            if (await command.ExecuteScalarAsync() is not 0L)
                throw new InvalidOperationException($"The seeded ledger is wrong: {told}.");
        }

        await RefusesAsync(connection, "UPDATE points_entries SET amount = 1 WHERE id = 1");
        await RefusesAsync(connection, "UPDATE points_accounts SET balance = 1 WHERE member_id = 1");
    }

    private static async Task RefusesAsync(NpgsqlConnection connection, string statement)
    {
        try
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.RestrictViolation)
        {
            return;
        }

        throw new InvalidOperationException($"The ledger's triggers are not back: {statement}");
    }
}
