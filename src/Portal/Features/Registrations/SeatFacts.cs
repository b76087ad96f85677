using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Registrations;

/// <summary>
/// Only what <see cref="RegistrationRule"/> asks, in one prepared query: in a rush everyone reads it, most to hear that the
/// conference is full. Pages that show the conference use <see cref="ConferenceFinder"/>.
/// </summary>
public sealed class SeatFacts(NpgsqlDataSource source)
{
    private const string Question = """
        SELECT c.state, c.seats_taken, c.capacity, g.door, g.collectivite_id, gm.role,
            EXISTS (SELECT 1 FROM registrations r WHERE r.conference_id = c.id AND r.member_id = $2 AND r.withdrawn_at IS NULL)
        FROM conferences c JOIN groups g ON g.id = c.group_id
            LEFT JOIN group_memberships gm ON gm.group_id = g.id AND gm.member_id = $2
        WHERE c.id = $1
        """;

    /// <summary>Null whenever the reader may not know that the conference exists.</summary>
    public Task<RegistrationFacts?> ReadAsync(int conferenceId, Reader reader, CancellationToken cancellationToken = default) =>
        Transient.RetryAsync(() => AskAsync(conferenceId, reader, cancellationToken), cancellationToken);

    private async Task<RegistrationFacts?> AskAsync(int conferenceId, Reader reader, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Question, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = conferenceId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = reader.MemberId });
        await command.PrepareAsync(cancellationToken);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) && GroupAccess.MayEnter(Door(row), row.IsDBNull(4) ? null : row.GetInt32(4), reader, Role(row))
            ? Facts(row)
            : null;
    }

    private static RegistrationFacts Facts(NpgsqlDataReader row) => new(
        Enum.Parse<ConferenceState>(row.GetString(0)), row.GetInt32(1), row.GetInt32(2), Door(row),
        Role(row), row.GetBoolean(6));

    private static GroupRole? Role(NpgsqlDataReader row) => row.IsDBNull(5) ? null : Enum.Parse<GroupRole>(row.GetString(5));

    private static GroupDoor Door(NpgsqlDataReader row) => Enum.Parse<GroupDoor>(row.GetString(3));
}
