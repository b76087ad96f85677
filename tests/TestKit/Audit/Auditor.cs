using Npgsql;
using Training.MailSink;
using Training.TestKit.Postgres;

namespace Training.TestKit.Audit;

/// <summary>
/// Checks, after a fault, what must hold whatever happened (I1–I10), as far as rows, files and the mail sink show it.
/// Give it what the test has; it checks what it is given. Call it once things have settled.
/// </summary>
public sealed class Auditor(TestDatabase database)
{
    /// <summary>The sink's letters, to count messages where they arrive and not where they are logged.</summary>
    public SmtpSink? Mail { get; init; }

    /// <summary><c>Training:MediaDirectory</c>.</summary>
    public string? MediaDirectory { get; init; }

    /// <summary>I2: seats whose taking was acknowledged to a client, and that nobody gave back.</summary>
    public IReadOnlyCollection<(int Conference, int Member)> AcknowledgedSeats { get; init; } = [];

    /// <summary>The instant taken for now; the database's own when none is given (a test under a fake clock gives its own).</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>I9: what the parts held before the fault and hold now. Connections of the database are seen only as descriptors of the parts that hold them.</summary>
    public (IReadOnlyList<Footprint> Before, IReadOnlyList<Footprint> Now) Footprints { get; init; } = ([], []);

    /// <summary>Every broken invariant, in a sentence; empty when all hold.</summary>
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        List<string> broken = [];
        foreach (var check in RowInvariants.All)
            broken.AddRange(await RowsAsync(check));
        var held = await ReadAsync("SELECT conference_id, member_id FROM registrations WHERE withdrawn_at IS NULL", row => (row.GetInt32(0), row.GetInt32(1)));
        broken.AddRange(AcknowledgedSeats.Except(held).Select(seat => $"I2 a seat was acknowledged and is not there: {seat}"));
        if (Mail is not null)
            broken.AddRange(MailInvariants.Broken(Mail, await SentAsync()));
        if (MediaDirectory is not null)
            broken.AddRange(FileInvariants.Broken(MediaDirectory, await RecordingsAsync()));
        broken.AddRange(FootprintInvariants.Broken(Footprints.Before, Footprints.Now));
        return broken;
    }

    /// <summary>Fails with all that is broken.</summary>
    public async Task AssertAsync()
    {
        var broken = await FindAsync();
        if (broken.Count > 0)
            throw new InvalidOperationException($"The audit found:{Environment.NewLine}{string.Join(Environment.NewLine, broken)}");
    }

    private async Task<List<string>> RowsAsync(RowInvariant check) =>
        await ReadAsync(check.Sql, row => $"{check.Invariant} {check.Told}: {row.GetValue(0)}");

    private Task<List<string>> SentAsync() => ReadAsync("SELECT message_id FROM letters WHERE sent_at IS NOT NULL", row => row.GetString(0));

    private Task<List<RecordingSeen>> RecordingsAsync() => ReadAsync(
        "SELECT conference_id, state, version, purged_at IS NOT NULL FROM recordings",
        row => new RecordingSeen(row.GetInt32(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetBoolean(3)));

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql.Replace("@now", "coalesce($1, clock_timestamp())", StringComparison.Ordinal), connection);
        if (sql.Contains("@now", StringComparison.Ordinal))
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)Now ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        await using var row = await command.ExecuteReaderAsync();
        List<T> found = [];
        while (await row.ReadAsync())
            found.Add(read(row));
        return found;
    }
}
