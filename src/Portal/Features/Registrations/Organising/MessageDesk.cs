using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Registrations.Candidacies;

namespace Training.Portal.Features.Registrations.Organising;

/// <summary>Writes from those who run a conference to those who registered, and the way out of it.</summary>
public sealed class MessageDesk(NpgsqlDataSource source, SeatSql sql, WorkNudger nudger)
{
    /// <summary>The Message-ID follows from the form and the reader: the same form sent twice is one letter each.</summary>
    private const string Write = $"""
        {RegistrationLetterSql.Message}
        FROM (
            SELECT conference_id, member_id FROM registrations WHERE conference_id = @conference AND withdrawn_at IS NULL
            UNION
            SELECT conference_id, member_id FROM candidacies WHERE @waiting AND conference_id = @conference AND member_id IS NOT NULL AND ended_at IS NULL
        ) r JOIN conferences c ON c.id = r.conference_id JOIN groups g ON g.id = c.group_id JOIN members m ON m.id = r.member_id
        WHERE NOT EXISTS (SELECT 1 FROM message_opt_outs o WHERE o.conference_id = c.id AND o.member_id = m.id)
        ORDER BY m.id
        ON CONFLICT (message_id) DO NOTHING
        """;

    private const string End = """
        INSERT INTO message_opt_outs (conference_id, member_id, since)
        SELECT c.id, m.id, @now FROM conferences c, members m WHERE c.id = @conference AND m.id = @member
        ON CONFLICT DO NOTHING
        """;

    /// <param name="waiting">To those who want a seat too.</param>
    /// <param name="key">Drawn with the form.</param>
    /// <returns>How many letters were written.</returns>
    public async Task<int> WriteAsync(
        ConferenceSight sight, string subject, string text, bool waiting, Guid key, CancellationToken cancellationToken = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = sql.Command(
            connection, Write, sight.Conference.Id,
            ("sender", sight.Reader.MemberId), ("subject", subject), ("text", text), ("waiting", waiting), ("key", $"{sight.Reader.MemberId}:{key:N}"));
        var written = await command.ExecuteNonQueryAsync(cancellationToken);
        nudger.Nudge();
        return written;
    }

    /// <summary>No more messages about this conference; asking twice is asking once.</summary>
    public async Task EndAsync(int conferenceId, int memberId, CancellationToken cancellationToken = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = sql.Command(connection, End, conferenceId, ("member", memberId));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
