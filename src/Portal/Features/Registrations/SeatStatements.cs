using Training.Portal.Features.Conferences;
using Training.Portal.Features.Registrations.Candidacies;

namespace Training.Portal.Features.Registrations;

/// <summary>
/// What happens to one agent's seat, each one statement: the counts, the rows and the letter together or not at all. Each runs after
/// <see cref="Lock"/>, in the same transaction and round trip: its snapshot is then the newest, so a twin of the same agent, who might
/// be seated here and waiting there, is seen as well as the last seat.
/// </summary>
internal static class SeatStatements
{
    public const string Lock = "SELECT 1 FROM conferences WHERE id = @conference FOR NO KEY UPDATE";

    /// <summary>Of the conference c, @member has answered all that must be.</summary>
    public const string Answered = """
        NOT EXISTS (SELECT 1 FROM conference_questions q WHERE q.conference_id = c.id AND q.required AND q.retired_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM registration_answers a WHERE a.question_id = q.id AND a.member_id = @member))
        """;

    private const string Open = "c.state IN ('Planned', 'DoorsOpen', 'Live')";

    private const string NotSeated = """
        NOT EXISTS (SELECT 1 FROM registrations r WHERE r.conference_id = c.id AND r.member_id = @member AND r.withdrawn_at IS NULL)
        """;

    /// <summary>By the account, or by the address a colleague gave before there was one.</summary>
    private const string Own = "k.ended_at IS NULL AND (k.member_id = @member OR (k.member_id IS NULL AND k.address = (SELECT address FROM members WHERE id = @member)))";

    private const string NoCandidacy = $"NOT EXISTS (SELECT 1 FROM candidacies k WHERE k.conference_id = c.id AND {Own})";
    private const string NotDeclined = "NOT EXISTS (SELECT 1 FROM candidacies d WHERE d.conference_id = c.id AND d.member_id = @member AND d.state = 'Declined')";
    private const string InTime = "(c.registration_closes_at IS NULL OR @now < c.registration_closes_at)";

    /// <summary>Near to the start (@lead), freed seats go to whoever comes first.</summary>
    private const string OffersOver = "@now > c.starts_at - @lead";

    private const string Names = "JOIN groups g ON g.id = c.group_id JOIN members m ON m.id = @member";

    /// <summary>Gives a row when the seat was taken. Who waited leaves the list by it.</summary>
    public const string Take = $"""
        WITH taken AS (
            UPDATE conferences c SET seats_taken = seats_taken + 1, waiting = waiting - (SELECT count(*)::int FROM candidacies k
                WHERE k.conference_id = c.id AND k.state = 'Waiting' AND k.member_id = @member)
            WHERE c.id = @conference AND {Open} AND c.seats_taken < c.capacity AND NOT c.approval
              AND (c.waiting = 0 OR {OffersOver}) AND {NotSeated} AND {NotDeclined} AND {Answered}
              AND ({InTime} OR NOT {NoCandidacy})
              AND NOT EXISTS (SELECT 1 FROM candidacies k WHERE k.conference_id = c.id AND k.state IN ('Offered', 'Proposed') AND {Own})
            RETURNING c.*
        ), seat AS (
            INSERT INTO registrations (conference_id, member_id, registered_at)
            SELECT id, @member, @now FROM taken RETURNING id
        ), ended AS (
            UPDATE candidacies k SET state = 'Seated', ended_at = @now FROM taken
            WHERE k.conference_id = taken.id AND k.member_id = @member AND k.ended_at IS NULL
        ), letter AS (
            {ConferenceLetterSql.Registered} FROM taken c {Names}
        )
        SELECT id FROM seat
        """;

    /// <summary>Gives the rank. The ticket is drawn under the conference's lock: order of arrival, exactly.</summary>
    public const string Wait = $"""
        WITH queued AS (
            UPDATE conferences c SET waiting = waiting + 1, tickets = tickets + 1
            WHERE c.id = @conference AND {Open} AND c.waitlist AND NOT c.approval AND NOT {OffersOver} AND {InTime}
              AND (c.seats_taken >= c.capacity OR c.waiting > 0) AND {NotSeated} AND {NoCandidacy} AND {NotDeclined} AND {Answered}
            RETURNING c.*
        ), place AS (
            INSERT INTO candidacies (conference_id, member_id, state, ticket, arrived_at)
            SELECT id, @member, 'Waiting', tickets, @now FROM queued
        ), letter AS (
            {RegistrationLetterSql.Waitlisted} FROM queued c {Names}
        )
        SELECT waiting FROM queued
        """;

    /// <summary>Gives a row when a trainer was asked. Trainers are told when nobody else waits for their word.</summary>
    public const string Request = $"""
        WITH asked AS (
            UPDATE conferences c SET tickets = tickets + 1
            WHERE c.id = @conference AND {Open} AND c.approval AND {InTime} AND {NotSeated} AND {NoCandidacy} AND {NotDeclined} AND {Answered}
            RETURNING c.*
        ), place AS (
            INSERT INTO candidacies (conference_id, member_id, state, ticket, arrived_at)
            SELECT id, @member, 'Requested', tickets, @now FROM asked
        ), letter AS (
            {RegistrationLetterSql.Requested} FROM asked c {Names}
        ), told AS (
            {RegistrationLetterSql.Asked} FROM asked c JOIN groups g ON g.id = c.group_id
                JOIN conference_trainers t ON t.conference_id = c.id JOIN members m ON m.id = t.member_id
            WHERE NOT EXISTS (SELECT 1 FROM candidacies k WHERE k.conference_id = c.id AND k.state = 'Requested')
        )
        SELECT id FROM asked
        """;

    /// <summary>Gives a row when the seat held for the agent became theirs. It was counted when it was offered.</summary>
    public const string Accept = $"""
        WITH mine AS (
            UPDATE candidacies k SET state = 'Seated', ended_at = @now, member_id = @member FROM conferences c
            WHERE c.id = @conference AND k.conference_id = c.id AND {Open} AND k.state IN ('Offered', 'Proposed') AND k.held_until > @now
              AND {Own} AND {Answered} AND (k.state = 'Offered' OR EXISTS (SELECT 1 FROM members me JOIN members p ON p.collectivite_id = me.collectivite_id
                WHERE me.id = @member AND p.id = k.proposed_by_id))
            RETURNING k.conference_id
        ), seat AS (
            INSERT INTO registrations (conference_id, member_id, registered_at)
            SELECT conference_id, @member, @now FROM mine RETURNING id
        ), letter AS (
            {ConferenceLetterSql.Registered} FROM mine JOIN conferences c ON c.id = mine.conference_id {Names}
        )
        SELECT id FROM seat
        """;

    /// <summary>Gives a row when a seat was given back.</summary>
    public const string GiveBack = $"""
        WITH gone AS (
            UPDATE registrations SET withdrawn_at = @now
            WHERE conference_id = @conference AND member_id = @member AND withdrawn_at IS NULL RETURNING id
        ), freed AS (
            UPDATE conferences c SET seats_taken = seats_taken - 1
            WHERE c.id = @conference AND EXISTS (SELECT 1 FROM gone) RETURNING c.*
        ), letter AS (
            {ConferenceLetterSql.Withdrawn} FROM freed c {Names}
        )
        SELECT id FROM gone
        """;

    /// <summary>Gives a row when the agent left the list, took a request back, or passed a held seat on.</summary>
    public const string Leave = $"""
        WITH mine AS (
            SELECT k.id, k.state FROM candidacies k WHERE k.conference_id = @conference AND {Own}
        ), gone AS (
            UPDATE candidacies k SET state = 'Left', ended_at = @now FROM mine WHERE k.id = mine.id RETURNING k.id
        ), counted AS (
            UPDATE conferences c SET waiting = waiting - (SELECT count(*)::int FROM mine WHERE state = 'Waiting'),
                seats_taken = seats_taken - (SELECT count(*)::int FROM mine WHERE state IN ('Offered', 'Proposed'))
            WHERE c.id = @conference AND EXISTS (SELECT 1 FROM mine)
        )
        SELECT id FROM gone
        """;

    /// <summary>Gives a row when the request @candidacy became a seat.</summary>
    public const string Approve = $"""
        WITH asked AS (
            UPDATE candidacies k SET state = 'Seated', ended_at = @now, decided_by_id = @trainer FROM conferences c
            WHERE k.id = @candidacy AND k.conference_id = @conference AND c.id = k.conference_id AND k.state = 'Requested'
              AND {Open} AND c.seats_taken < c.capacity
            RETURNING k.conference_id, k.member_id
        ), taken AS (
            UPDATE conferences c SET seats_taken = seats_taken + 1 FROM asked WHERE c.id = asked.conference_id RETURNING c.*
        ), seat AS (
            INSERT INTO registrations (conference_id, member_id, registered_at)
            SELECT conference_id, member_id, @now FROM asked RETURNING id
        ), letter AS (
            {ConferenceLetterSql.Registered} FROM taken c JOIN groups g ON g.id = c.group_id JOIN asked ON true JOIN members m ON m.id = asked.member_id
        )
        SELECT id FROM seat
        """;

    /// <summary>Gives a row when the request @candidacy was declined, for @reason.</summary>
    public const string Decline = $"""
        WITH asked AS (
            UPDATE candidacies k SET state = 'Declined', ended_at = @now, decided_by_id = @trainer, reason = @reason
            WHERE k.id = @candidacy AND k.conference_id = @conference AND k.state = 'Requested'
            RETURNING k.id, k.conference_id, k.member_id, k.reason
        ), letter AS (
            {RegistrationLetterSql.Declined} FROM asked k JOIN conferences c ON c.id = k.conference_id
                JOIN groups g ON g.id = c.group_id JOIN members m ON m.id = k.member_id
        )
        SELECT id FROM asked
        """;
}
