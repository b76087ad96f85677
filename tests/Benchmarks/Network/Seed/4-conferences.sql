WITH words AS (SELECT string_to_array('Marchés publics : la réforme des seuils,Paie : les nouveautés de l''année,Assainissement : le règlement de service,Dématérialiser les actes,État civil : les cas difficiles,Budget primitif pas à pas,Élections : préparer les bureaux,Archivage électronique,Le télétravail en pratique,Droit des sols : le permis d''aménager,Cybersécurité des petites communes,Accueil du public et handicap', ',') AS titles)
INSERT INTO conferences (id, group_id, title, programme, starts_at, ends_at, capacity, seats_taken, state, created_by_id, created_at, calendar_uid, calendar_sequence, revision, went_live_at, ended_at)
SELECT n, group_id, title, 'Au programme : rappel des textes, cas concrets, **questions** des participants. Séance ' || n || '.',
    at, at + interval '90 minutes', 500, 0, state, speaker, at - interval '40 days', 'seance-' || n || '@portail.test', 0, 0,
    CASE WHEN state IN ('Live', 'Ended') THEN at END, CASE WHEN state = 'Ended' THEN at + interval '90 minutes' END
FROM (
    SELECT n, group_id, titles[1 + pg_temp.pick(n, 50, 12)] AS title, member_id AS speaker,
        {Now} - make_interval(hours => 7 * ({Conferences} - 80 - n), mins => 20) AS at,
        CASE WHEN n % 60 = 17 THEN 'Cancelled' WHEN n < {Conferences} - 80 THEN 'Ended' WHEN n = {Conferences} - 80 THEN 'Live' ELSE 'Planned' END AS state
    FROM words CROSS JOIN generate_series(1, {Conferences}) AS n JOIN crowds ON group_id = 1 + pg_temp.skewed(n, 52, 40) JOIN crowd USING (group_id) WHERE seat = pg_temp.pick(n, 51, size)) c;

INSERT INTO conference_trainers (conference_id, member_id) SELECT id, created_by_id FROM conferences;

INSERT INTO registrations (conference_id, member_id, registered_at)
SELECT DISTINCT a.id, c.member_id, a.created_at + interval '3 days'
FROM (SELECT id, group_id, created_at, pg_temp.skewed(id * 1000 + n, 54, size) AS seat FROM conferences JOIN crowds USING (group_id), generate_series(1, 20 + pg_temp.skewed(id, 53, 100)) AS n) a
JOIN crowd c USING (group_id, seat);

UPDATE conferences c SET seats_taken = r.held, capacity = CASE WHEN c.id % 20 = 0 THEN r.held ELSE greatest(30, r.held + 1 + r.held / 3) END
FROM (SELECT conference_id, count(*) AS held FROM registrations GROUP BY conference_id) r WHERE r.conference_id = c.id;

INSERT INTO attendance (conference_id, member_id, seconds, counted_at)
SELECT r.conference_id, r.member_id, 600 + pg_temp.pick(r.id, 55, 4800), c.ended_at + interval '1 minute'
FROM registrations r JOIN conferences c ON c.id = r.conference_id WHERE c.state = 'Ended' AND r.id % 7 > 0;

INSERT INTO recordings (conference_id, state, started_at, ended_at, attempts, percent, published_at, version, duration_seconds, expired_at, purged_at)
SELECT id, CASE WHEN old THEN 'Expired' WHEN id % 150 = 0 THEN 'Failed' ELSE 'Published' END, starts_at, ends_at, 1, 100, ends_at + interval '2 minutes', 'v1', 5400,
    CASE WHEN old THEN ends_at + interval '1 year' END, CASE WHEN old THEN ends_at + interval '366 days' END
FROM conferences, LATERAL (SELECT ends_at < {Now} - interval '1 year' AS old) x WHERE state = 'Ended' AND id % 8 > 0;
