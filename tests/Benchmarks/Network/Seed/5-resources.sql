WITH words AS (
    SELECT string_to_array('Grille des seuils de procédure,Modèle de délibération,Calendrier budgétaire,Retour sur la cantine bio,Passer rédacteur principal,Contacts des trésoreries,Fiche régie de recettes,Mutualiser l''archivage,Le congé de formation,Checklist d''un scrutin', ',') AS titles,
           string_to_array('PracticalSheet,PracticalSheet,Experience,CareerGuide,DataTable', ',') AS kinds)
INSERT INTO resources (id, group_id, author_id, kind, door, from_level, price, created_at)
SELECT n, group_id, member_id, kinds[1 + n % 5], CASE n % 6 WHEN 0 THEN 'Level' WHEN 1 THEN 'Price' ELSE 'Free' END,
    CASE WHEN n % 6 = 0 THEN 2 + n % 3 END, CASE WHEN n % 6 = 1 THEN 10 + n % 40 END, {Now} - make_interval(hours => 20 * ({Resources} - n))
FROM words CROSS JOIN generate_series(1, {Resources}) AS n JOIN crowds ON group_id = 1 + pg_temp.skewed(n, 62, 40) JOIN crowd USING (group_id) WHERE seat = pg_temp.pick(n, 61, size);

WITH words AS (SELECT string_to_array('Grille des seuils de procédure,Modèle de délibération,Calendrier budgétaire,Retour sur la cantine bio,Passer rédacteur principal,Contacts des trésoreries,Fiche régie de recettes,Mutualiser l''archivage,Le congé de formation,Checklist d''un scrutin', ',') AS titles)
INSERT INTO resource_versions (resource_id, number, title, summary, body, columns, row_count, state, written_by_id, changed_at, reviewed_by_id, reviewed_at)
SELECT r.id, v, titles[1 + pg_temp.pick(r.id, 63, 10)] || ' ' || r.id, 'Ce qu''il faut savoir avant de commencer, avec un exemple complet.', repeat('Un **paragraphe** de la fiche, avec un lien vers le texte. ', 30),
    CASE WHEN r.kind = 'DataTable' THEN '{Organisme,Département,Montant,Date}'::text[] ELSE '{}' END, CASE WHEN r.kind = 'DataTable' THEN 80 ELSE 0 END,
    CASE WHEN r.id % 25 = 0 AND v = 1 + r.id % 3 THEN 'Submitted' ELSE 'Published' END, r.author_id, r.created_at + make_interval(days => v), r.author_id, r.created_at + make_interval(days => v)
FROM resources r, words, generate_series(1, 1 + r.id % 3) AS v;

INSERT INTO resource_rows (version_id, position, cells)
SELECT v.id, p, ARRAY['Organisme ' || p, lpad((1 + p % 95)::text, 2, '0'), p * 37 || ',50', '01/0' || 1 + p % 9 || '/2026'] FROM resource_versions v, generate_series(1, v.row_count) AS p;

INSERT INTO resource_ratings (resource_id, member_id, author_id, useful, rated_at)
SELECT a.id, c.member_id, a.author_id, a.n % 7 > 0, a.created_at + interval '9 days'
FROM (SELECT id, group_id, author_id, created_at, n, pg_temp.pick(id * 100 + n, 65, size) AS seat FROM resources JOIN crowds USING (group_id), generate_series(1, pg_temp.skewed(id, 64, 60)) AS n) a
JOIN crowd c USING (group_id, seat) WHERE c.member_id <> a.author_id ON CONFLICT DO NOTHING;
