namespace Training.Portal.Features.Registrations.Candidacies;

/// <summary>What happens to held seats, each one statement, under the conference's lock.</summary>
internal static class OfferStatements
{
    private const string Names = "JOIN groups g ON g.id = c.group_id JOIN members m ON m.id = k.member_id";

    /// <summary>Held seats whose time is over are free again.</summary>
    public const string Lapse = $"""
        WITH gone AS (
            UPDATE candidacies k SET state = 'Lapsed', ended_at = @now
            WHERE k.conference_id = @conference AND k.state IN ('Offered', 'Proposed') AND k.held_until <= @now
            RETURNING k.*
        ), freed AS (
            UPDATE conferences c SET seats_taken = seats_taken - (SELECT count(*)::int FROM gone)
            WHERE c.id = @conference AND EXISTS (SELECT 1 FROM gone) RETURNING c.*
        ), letter AS (
            {RegistrationLetterSql.Lapsed} FROM gone k JOIN freed c ON c.id = k.conference_id {Names} ORDER BY k.ticket
        )
        SELECT count(*) FROM gone
        """;

    /// <summary>The first @free who wait are offered a seat each, held until @until.</summary>
    public const string Offer = $"""
        WITH next AS (
            SELECT k.id FROM candidacies k WHERE k.conference_id = @conference AND k.state = 'Waiting' ORDER BY k.ticket LIMIT @free
        ), offered AS (
            UPDATE candidacies k SET state = 'Offered', held_until = @until FROM next WHERE k.id = next.id RETURNING k.*
        ), held AS (
            UPDATE conferences c SET seats_taken = seats_taken + (SELECT count(*)::int FROM offered), waiting = waiting - (SELECT count(*)::int FROM offered)
            WHERE c.id = @conference RETURNING c.*
        ), letter AS (
            {RegistrationLetterSql.Offered} FROM offered k JOIN held c ON c.id = k.conference_id {Names} ORDER BY k.ticket
        )
        SELECT count(*) FROM offered
        """;

    /// <summary>The milestone of the next instant at which a held seat lapses, if any is held.</summary>
    public const string Arm = """
        INSERT INTO milestones (conference_id, kind, due_at)
        SELECT @conference, 'OfferLapse', min(held_until) FROM candidacies
        WHERE conference_id = @conference AND state IN ('Offered', 'Proposed') HAVING min(held_until) IS NOT NULL
        ON CONFLICT (conference_id, kind) DO UPDATE
        SET due_at = excluded.due_at, done_at = NULL, outcome = NULL, failures = 0, retry_at = NULL, last_error = NULL
        """;

    /// <summary>
    /// The conference is over: nobody waits any more, no seat is held, and addresses of colleagues who never came are forgotten.
    /// When it took place (@held), those who waited to the end are told that no seat came free; a cancellation is told by its own letter.
    /// </summary>
    public const string Close = $"""
        WITH gone AS (
            SELECT id, state, conference_id, member_id, ticket FROM candidacies WHERE conference_id = @conference AND ended_at IS NULL
        ), closed AS (
            UPDATE candidacies k SET state = 'Closed', ended_at = @now FROM gone WHERE k.id = gone.id AND k.member_id IS NOT NULL
        ), forgotten AS (
            DELETE FROM candidacies WHERE conference_id = @conference AND member_id IS NULL
        ), letter AS (
            {RegistrationLetterSql.NoSeat} FROM gone k JOIN conferences c ON c.id = k.conference_id {Names}
            WHERE @held AND k.state IN ('Waiting', 'Requested') ORDER BY k.ticket
        )
        UPDATE conferences SET waiting = 0, seats_taken = seats_taken - (SELECT count(*)::int FROM gone WHERE state IN ('Offered', 'Proposed'))
        WHERE id = @conference AND EXISTS (SELECT 1 FROM gone)
        """;
}
