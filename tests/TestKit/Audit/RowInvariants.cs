namespace Training.TestKit.Audit;

/// <summary>What the rows must always satisfy.</summary>
internal static class RowInvariants
{
    public static readonly IReadOnlyList<RowInvariant> All =
    [
        new("I1", "seats sold beyond the capacity, conference", "SELECT id FROM conferences WHERE seats_taken > capacity OR seats_taken < 0"),
        new("I1", "seats that are not the active registrations and the held ones, conference",
            """
            SELECT c.id || ' says ' || c.seats_taken || ' has ' || r.had + k.held FROM conferences c
            CROSS JOIN LATERAL (SELECT count(*) AS had FROM registrations WHERE conference_id = c.id AND withdrawn_at IS NULL) r
            CROSS JOIN LATERAL (SELECT count(*) AS held FROM candidacies WHERE conference_id = c.id AND state IN ('Offered', 'Proposed')) k
            WHERE c.seats_taken <> r.had + k.held
            """),
        new("I1", "two active registrations of one member",
            "SELECT conference_id || ':' || member_id FROM registrations WHERE withdrawn_at IS NULL GROUP BY conference_id, member_id HAVING count(*) > 1"),
        new("I1", "a member who has a seat and wants one",
            """
            SELECT r.conference_id || ':' || r.member_id FROM registrations r
            JOIN candidacies k ON k.conference_id = r.conference_id AND k.member_id = r.member_id AND k.ended_at IS NULL WHERE r.withdrawn_at IS NULL
            """),
        new("I1", "a waiting list that is not as long as its conference says, conference",
            """
            SELECT c.id FROM conferences c WHERE c.waiting <> (SELECT count(*) FROM candidacies k WHERE k.conference_id = c.id AND k.state = 'Waiting')
            """),
        new("I1", "the waiting order not kept: one still waits while a later one was offered a seat, candidacy",
            """
            SELECT w.id FROM candidacies w JOIN candidacies o ON o.conference_id = w.conference_id AND o.ticket > w.ticket
            WHERE w.state = 'Waiting' AND o.held_until IS NOT NULL AND o.proposed_by_id IS NULL
            """),
        new("I1", "somebody waits while a seat is free and offers are made, conference",
            """
            SELECT id FROM conferences WHERE waiting > 0 AND seats_taken < capacity AND state IN ('Planned', 'DoorsOpen', 'Live')
            AND starts_at - interval '90 minutes' > @now
            """),
        new("I1", "a held seat that no milestone ends, or is held past its time by more than 30 s, candidacy",
            """
            SELECT k.id FROM candidacies k WHERE k.state IN ('Offered', 'Proposed') AND (k.held_until < @now - interval '30 seconds'
              OR NOT EXISTS (SELECT 1 FROM milestones m WHERE m.conference_id = k.conference_id AND m.kind = 'OfferLapse'
                AND m.done_at IS NULL AND m.due_at <= k.held_until))
            """),
        new("I1", "somebody still waits for a seat of a conference that is over, candidacy",
            "SELECT k.id FROM candidacies k JOIN conferences c ON c.id = k.conference_id WHERE k.ended_at IS NULL AND c.state IN ('Ended', 'Cancelled')"),
        new("I5", "someone in the room of a private group who may not see it",
            """
            SELECT p.id FROM participations p JOIN members m ON m.id = p.member_id
            JOIN conferences c ON c.id = p.conference_id JOIN groups g ON g.id = c.group_id
            WHERE p.left_at IS NULL AND g.door = 'Collectivite' AND m.collectivite_id <> g.collectivite_id AND NOT m.administrator
            AND NOT EXISTS (SELECT 1 FROM conference_trainers t WHERE t.conference_id = c.id AND t.member_id = m.id AND t.co_host)
            """),
        new("I9", "a transaction left open, connection",
            """
            SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'
            AND state_change < clock_timestamp() - interval '10 seconds'
            """),
        new("I9", "a lock somebody has waited for longer than 10 s, connection",
            """
            SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            AND query_start < clock_timestamp() - interval '10 seconds'
            """),
        new("I3", "a milestone overdue by more than 30 s, or one that fails without saying when it is tried again",
            "SELECT kind || ' of ' || conference_id FROM milestones WHERE done_at IS NULL AND greatest(due_at, retry_at) < @now - interval '30 seconds'"),
        new("I3", "a milestone done without an outcome, or the reverse",
            "SELECT id FROM milestones WHERE (done_at IS NULL) <> (outcome IS NULL)"),
        new("I3", "two letters with one Message-ID", "SELECT message_id FROM letters GROUP BY message_id HAVING count(*) > 1"),
        new("I3", "a letter both sent and dropped", "SELECT id FROM letters WHERE sent_at IS NOT NULL AND dropped_at IS NOT NULL"),
        new("I3", "a letter that overtook an earlier one of its stream",
            "SELECT l.id FROM letters l JOIN letters e ON e.stream = l.stream AND e.id < l.id WHERE l.sent_at IS NOT NULL AND e.sent_at > l.sent_at"),
        new("I3", "a letter dropped without a reason", "SELECT id FROM letters WHERE dropped_at IS NOT NULL AND last_error IS NULL"),
        new("I4", "a recording that runs though its conference has ended",
            "SELECT r.conference_id FROM recordings r JOIN conferences c ON c.id = r.conference_id WHERE r.state = 'Running' AND c.state <> 'Live'"),
        new("I4", "a live or ended session without a recording",
            """
            SELECT c.id FROM conferences c LEFT JOIN recordings r ON r.conference_id = c.id
            WHERE c.went_live_at IS NOT NULL AND c.state IN ('Live', 'Ended') AND r.conference_id IS NULL
            """),
        new("I4", "a recording failed without a reason", "SELECT conference_id FROM recordings WHERE state = 'Failed' AND failure IS NULL"),
        new("I4", "a recording published without its version", "SELECT conference_id FROM recordings WHERE state = 'Published' AND (version IS NULL OR published_at IS NULL)"),
        new("I4", "a recording expired without its instant, or purged without having expired",
            "SELECT conference_id FROM recordings WHERE (state = 'Expired') <> (expired_at IS NOT NULL) OR (purged_at IS NOT NULL AND state <> 'Expired')"),
        new("I4", "a recording waiting with no next try, or packaging with no lease",
            "SELECT conference_id FROM recordings WHERE (state = 'Waiting' AND next_try_at IS NULL) OR (state = 'Packaging' AND leased_until IS NULL)"),
        new("I6", "a chat message stored twice", "SELECT client_key FROM chat_messages GROUP BY conference_id, member_id, client_key HAVING count(*) > 1"),
        new("I6", "a chat message told before one sent long after it",
            """
            SELECT a.id FROM chat_messages a JOIN chat_messages b ON b.conference_id = a.conference_id AND b.id > a.id
            WHERE b.sent_at < a.sent_at - interval '5 seconds'
            """),
        new("I7", "points earned twice for one thing",
            "SELECT member_id || ':' || reason || ':' || subject FROM points_entries GROUP BY member_id, reason, subject HAVING count(*) > 1"),
        new("I7", "an entry of nothing, or that takes without being a purchase or a counter-line",
            "SELECT id FROM points_entries WHERE amount = 0 OR (amount < 0 AND reason NOT IN ('OpenedResource', 'Reversal'))"),
        new("I7", "a balance or an earned total that is not the sum of its lines, or below zero, member",
            """
            SELECT coalesce(a.member_id, s.member_id) FROM points_accounts a
            FULL JOIN (SELECT member_id, sum(amount) AS balance, sum(earned) AS earned FROM points_entries GROUP BY member_id) s USING (member_id)
            WHERE coalesce(a.balance, 0) <> coalesce(s.balance, 0) OR coalesce(a.earned, 0) <> coalesce(s.earned, 0) OR a.balance < 0 OR a.earned < 0
            """),
        new("I7", "a counter-line that does not counter its line exactly",
            """
            SELECT r.id FROM points_entries r JOIN points_entries o ON o.id = r.reverses_id
            WHERE r.member_id <> o.member_id OR r.amount <> -o.amount OR r.earned <> -o.earned
            """),
        new("I7", "a line countered twice", "SELECT reverses_id FROM points_entries WHERE reverses_id IS NOT NULL GROUP BY reverses_id HAVING count(*) > 1"),
        new("I7", "one thing paid twice by one member",
            """
            SELECT p.member_id || ':' || split_part(p.subject, '#', 1) FROM points_entries p
            WHERE p.reason = 'OpenedResource' AND (SELECT count(*) FROM points_entries r WHERE r.root_id = p.id) % 2 = 0
            GROUP BY p.member_id, split_part(p.subject, '#', 1) HAVING count(*) > 1
            """),
        new("I7", "points for one's own vote",
            "SELECT id FROM points_entries WHERE reason IN ('UsefulRating', 'UsefulAnswer', 'ResourceAccepted') AND written_by_id IS NOT DISTINCT FROM member_id"),
        new("I7", "points for a session that counted no presence",
            """
            SELECT p.id FROM points_entries p WHERE p.reason = 'AttendedLive' AND NOT EXISTS (
                SELECT FROM attendance a WHERE a.member_id = p.member_id AND p.subject = 'conference:' || a.conference_id AND a.seconds > 0)
            """),
        new("I7", "more presence than the session lasted",
            """
            SELECT a.conference_id || ':' || a.member_id FROM attendance a JOIN conferences c ON c.id = a.conference_id
            WHERE a.seconds < 0 OR a.seconds > extract(epoch FROM c.ended_at - c.went_live_at) + 1
            """),
        new("I7", "an interval of presence that ends before it starts, or in the future",
            "SELECT id FROM presence_spans WHERE last_beat_at < started_at OR last_beat_at > @now + interval '5 seconds'"),
        new("I8", "a lease long expired", "SELECT id::text FROM letters WHERE sent_at IS NULL AND dropped_at IS NULL AND leased_until < @now - interval '60 seconds'"),
        new("I8", "a packaging whose process is gone for more than a minute",
            "SELECT conference_id FROM recordings WHERE state = 'Packaging' AND leased_until < @now - interval '60 seconds'"),
        new("I8", "someone still in a room that has ended",
            """
            SELECT p.id FROM participations p JOIN conferences c ON c.id = p.conference_id
            WHERE p.left_at IS NULL AND c.state IN ('Ended', 'Cancelled')
            """),
        new("I10", "a session whose instants are out of order",
            "SELECT id FROM conferences WHERE ends_at <= starts_at OR ended_at < went_live_at"),
        new("I10", "a column that keeps a time without its zone",
            "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'timestamp without time zone'"),
    ];
}
