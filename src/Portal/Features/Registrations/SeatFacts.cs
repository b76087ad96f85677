using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Settings;

namespace Training.Portal.Features.Registrations;

/// <summary>
/// Only what <see cref="RegistrationRule"/> asks, in one prepared query: in a rush everyone reads it. Pages that show the
/// conference use <see cref="ConferenceFinder"/> beside it.
/// </summary>
public sealed class SeatFacts(NpgsqlDataSource source, TimeProvider clock, TrainingSettings settings)
{
    /// <summary>The reader's own candidacy: by the account, or by the address a colleague of the same collectivité gave before there was one.</summary>
    private const string Own = """
        SELECT k.state, k.held_until, k.ticket FROM candidacies k
        WHERE k.conference_id = c.id AND k.member_id = @member AND k.ended_at IS NULL
        UNION ALL
        SELECT k.state, k.held_until, k.ticket FROM members m
            JOIN candidacies k ON k.conference_id = c.id AND k.address = m.address AND k.member_id IS NULL AND k.ended_at IS NULL
            JOIN members p ON p.id = k.proposed_by_id AND p.collectivite_id = m.collectivite_id
        WHERE m.id = @member
        LIMIT 1
        """;

    private const string Question = $"""
        SELECT c.state, c.seats_taken, c.capacity, g.door, g.collectivite_id, gm.role,
            EXISTS (SELECT 1 FROM registrations r WHERE r.conference_id = c.id AND r.member_id = @member AND r.withdrawn_at IS NULL),
            c.waitlist, c.waiting, c.approval, c.registration_closes_at, c.starts_at, k.state, k.held_until,
            CASE k.state WHEN 'Waiting' THEN (SELECT count(*)::int FROM candidacies w
                WHERE w.conference_id = c.id AND w.state = 'Waiting' AND w.ticket <= k.ticket) ELSE 0 END,
            EXISTS (SELECT 1 FROM candidacies d WHERE d.conference_id = c.id AND d.member_id = @member AND d.state = 'Declined'),
            EXISTS (SELECT 1 FROM candidacies h WHERE h.conference_id = c.id AND h.ended_at IS NULL AND h.held_until <= @now),
            EXISTS (SELECT 1 FROM conference_questions q WHERE q.conference_id = c.id AND q.retired_at IS NULL),
            NOT {SeatStatements.Answered},
            EXISTS (SELECT 1 FROM conference_trainers t WHERE t.conference_id = c.id AND t.member_id = @member),
            c.audience, EXISTS (SELECT 1 FROM conference_collectivites n WHERE n.conference_id = c.id AND n.collectivite_id = @collectivite),
            EXISTS (SELECT 1 FROM conference_trainers t WHERE t.conference_id = c.id AND t.member_id = @member AND t.co_host)
        FROM conferences c JOIN groups g ON g.id = c.group_id
            LEFT JOIN group_memberships gm ON gm.group_id = g.id AND gm.member_id = @member
            LEFT JOIN LATERAL ({Own}) k ON true
        WHERE c.id = @conference
        """;

    /// <summary>Null whenever the reader may not know that the conference exists.</summary>
    public Task<RegistrationFacts?> ReadAsync(int conferenceId, Reader reader, CancellationToken cancellationToken = default) =>
        Transient.RetryAsync(() => AskAsync(conferenceId, reader, cancellationToken), cancellationToken);

    private async Task<RegistrationFacts?> AskAsync(int conferenceId, Reader reader, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Question, connection);
        command.Parameters.AddWithValue("conference", conferenceId);
        command.Parameters.AddWithValue("member", reader.MemberId);
        command.Parameters.AddWithValue("collectivite", reader.CollectiviteId);
        command.Parameters.AddWithValue("now", now);
        await command.PrepareAsync(cancellationToken);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) && ConferenceAccess.MaySee(Ties(row), reader) ? Facts(row, now) : null;
    }

    private static ConferenceTies Ties(NpgsqlDataReader row) => new(
        Enum.Parse<ConferenceState>(row.GetString(0)), Door(row), row.IsDBNull(4) ? null : row.GetInt32(4), Role(row), row.GetBoolean(19))
    {
        Audience = Audience(row),
        Named = row.GetBoolean(21),
        CoHost = row.GetBoolean(22),
        Holds = row.GetBoolean(6) || !row.IsDBNull(12),
    };

    private RegistrationFacts Facts(NpgsqlDataReader row, DateTimeOffset now) => new(
        Enum.Parse<ConferenceState>(row.GetString(0)), row.GetInt32(1), row.GetInt32(2), Door(row), Role(row), row.GetBoolean(6))
    {
        Waitlist = row.GetBoolean(7),
        Waiting = row.GetInt32(8),
        Approval = row.GetBoolean(9),
        DeadlinePassed = Instant(row, 10) <= now,
        OffersOver = OfferRule.AreOver(Instant(row, 11)!.Value, now, OfferTimes.Of(settings.Registrations)),
        Candidacy = OwnCandidacy.At(Candidacy(row), now),
        Declined = row.GetBoolean(15),
        SeatsLapsed = row.GetBoolean(16),
        Asks = row.GetBoolean(17),
        Unanswered = row.GetBoolean(18),
        Audience = Audience(row),
        Named = row.GetBoolean(21),
    };

    private static OwnCandidacy? Candidacy(NpgsqlDataReader row) =>
        row.IsDBNull(12) ? null : new OwnCandidacy(Enum.Parse<CandidacyState>(row.GetString(12)), Instant(row, 13), row.GetInt32(14));

    private static DateTimeOffset? Instant(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static ConferenceAudience Audience(NpgsqlDataReader row) => Enum.Parse<ConferenceAudience>(row.GetString(20));

    private static GroupRole? Role(NpgsqlDataReader row) => row.IsDBNull(5) ? null : Enum.Parse<GroupRole>(row.GetString(5));

    private static GroupDoor Door(NpgsqlDataReader row) => Enum.Parse<GroupDoor>(row.GetString(3));
}
