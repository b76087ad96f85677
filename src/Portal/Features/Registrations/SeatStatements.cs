using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Registrations;

/// <summary>
/// Taking and giving back a seat, each one statement and so one transaction and one round trip: the count, the
/// registration and the letter together or not at all.
/// </summary>
internal static class SeatStatements
{
    /// <summary>
    /// The count first: whoever waited for the row sees its newest version, so full and closed are exact and cost no
    /// error. A twin of the same agent may pass NOT EXISTS (older snapshot); it then breaks on the unique index, whole.
    /// </summary>
    public const string Take = $"""
        WITH taken AS (
            UPDATE conferences c SET seats_taken = seats_taken + 1
            WHERE c.id = @conference AND c.state IN ('Planned', 'DoorsOpen', 'Live') AND c.seats_taken < c.capacity
              AND NOT EXISTS (SELECT 1 FROM registrations r
                WHERE r.conference_id = c.id AND r.member_id = @member AND r.withdrawn_at IS NULL)
            RETURNING c.*
        ), seat AS (
            INSERT INTO registrations (conference_id, member_id, registered_at)
            SELECT id, @member, @now FROM taken RETURNING id
        ), letter AS (
            {ConferenceLetterSql.Registered}
            FROM taken c JOIN groups g ON g.id = c.group_id JOIN members m ON m.id = @member
        )
        SELECT id FROM seat
        """;

    /// <summary>The registration first: only who really ends one frees its seat, once.</summary>
    public const string GiveBack = $"""
        WITH gone AS (
            UPDATE registrations SET withdrawn_at = @now
            WHERE conference_id = @conference AND member_id = @member AND withdrawn_at IS NULL RETURNING id
        ), freed AS (
            UPDATE conferences c SET seats_taken = seats_taken - 1
            WHERE c.id = @conference AND EXISTS (SELECT 1 FROM gone) RETURNING c.*
        ), letter AS (
            {ConferenceLetterSql.Withdrawn}
            FROM freed c JOIN groups g ON g.id = c.group_id JOIN members m ON m.id = @member
        )
        SELECT id FROM gone
        """;
}
