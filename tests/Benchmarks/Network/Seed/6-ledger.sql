-- Every member's lines in the order of time: the first sign-in, then what was earned, what was spent last. One agent in a
-- hundred has six hundred lines, nine have a hundred and twenty, the others thirty; counter-lines make up the sum.
INSERT INTO points_entries (id, member_id, amount, earned, reason, subject, facts, written_by_id, group_id, earned_at)
SELECT row_number() OVER (), m, amount, CASE WHEN amount > 0 THEN amount ELSE 0 END, reason,
    CASE reason WHEN 'FirstSignIn' THEN 'membership' WHEN 'AttendedLive' THEN 'conference:' || about WHEN 'ReplayWatched' THEN 'conference:' || about
        WHEN 'UsefulAnswer' THEN 'post:' || m * 3 + i || ':by:' || other ELSE 'resource:' || about || CASE WHEN reason = 'UsefulRating' THEN ':by:' || other ELSE '' END END,
    CASE WHEN reason = 'FirstSignIn' THEN '{}' ELSE '{"title":"Marchés publics : la réforme des seuils","seconds":2700}' END::jsonb,
    CASE WHEN reason IN ('UsefulAnswer', 'UsefulRating') THEN other WHEN reason = 'OpenedResource' THEN m END,
    CASE WHEN reason <> 'FirstSignIn' THEN of_group END, at
FROM (
    SELECT m, i, 1 + (m * 7 + i * 13) % {Conferences} AS about, 1 + (m + i) % {Members} AS other, groups[1 + (m + i) % cardinality(groups)] AS of_group,
        CASE WHEN i = 0 THEN 'FirstSignIn' WHEN i >= lines - 3 THEN 'OpenedResource' WHEN i % 5 = 1 THEN 'UsefulAnswer' WHEN i % 5 = 2 THEN 'UsefulRating' WHEN i % 2 = 0 THEN 'AttendedLive' ELSE 'ReplayWatched' END AS reason,
        CASE WHEN i = 0 THEN 10 WHEN i >= lines - 3 THEN -5 WHEN i % 5 = 1 THEN 5 WHEN i % 5 = 2 THEN 2 ELSE 1 + (m + i) % 20 END AS amount,
        {Now} - interval '913 days' + i * (interval '913 days' / lines) + make_interval(mins => m % 900) - interval '1 day' AS at
    FROM (SELECT array_agg(group_id ORDER BY id) AS groups FROM conferences) g,
        generate_series(1, {Members}) AS m, LATERAL (SELECT CASE WHEN m % 100 = 0 THEN 600 WHEN m % 10 = 0 THEN 120 ELSE 30 END AS lines) l, generate_series(0, lines - 1) AS i) drawn;

INSERT INTO points_entries (id, member_id, amount, earned, reason, subject, facts, written_by_id, reverses_id, root_id, group_id, earned_at)
SELECT {Lines} + 1 - row_number() OVER (ORDER BY id), member_id, -amount, -earned, 'Reversal', 'entry:' || id, '{"why":"Erreur de saisie"}', {Members}, id, id, group_id, earned_at + interval '2 days'
FROM points_entries WHERE reason = 'UsefulRating' ORDER BY id LIMIT {Lines} - (SELECT count(*) FROM points_entries);

INSERT INTO points_accounts (member_id, balance, earned) SELECT member_id, sum(amount), sum(earned) FROM points_entries GROUP BY member_id;
