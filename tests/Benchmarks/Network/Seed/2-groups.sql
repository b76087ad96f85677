INSERT INTO groups (id, slug, name, purpose, door, theme, territory, audience, collectivite_id, created_at)
SELECT n, 'reseau-' || n, name, 'Échanger entre agents sur ' || lower(name) || ' : **questions**, modèles, retours d''expérience et conférences.', door, theme, place,
    CASE WHEN n % 7 = 0 THEN 7 WHEN n % 5 = 0 THEN 6 ELSE 2 END, CASE WHEN door = 'Collectivite' THEN 1 + n % 3 END, {Now} - interval '37 months'
FROM (VALUES
    (1, 'Secrétaires de mairie', 'Open', 'Administration', 'FR'), (2, 'Finances locales', 'Open', 'Finance', 'FR'), (3, 'Commande publique', 'Open', 'Procurement', 'FR'),
    (4, 'État civil et élections', 'Open', 'CivilRegistry', 'FR'), (5, 'Ressources humaines', 'OnApproval', 'HumanResources', 'FR'), (6, 'Urbanisme et droit des sols', 'Open', 'Planning', 'FR'),
    (7, 'Assainissement et eau', 'Open', 'Environment', 'FR'), (8, 'Systèmes d''information', 'Open', 'Digital', 'FR'), (9, 'Sécurité informatique', 'Invitation', 'Digital', 'FR'),
    (10, 'Affaires juridiques', 'Open', 'Law', 'FR'), (11, 'Action sociale', 'Open', 'Social', 'FR'), (12, 'Petite enfance', 'Open', 'Education', 'FR'),
    (13, 'Écoles et cantines', 'Open', 'Education', 'FR'), (14, 'Bibliothèques', 'Open', 'Culture', 'FR'), (15, 'Archives et patrimoine', 'OnApproval', 'Culture', 'FR'),
    (16, 'Voirie et réseaux', 'Open', 'Works', 'FR'), (17, 'Bâtiments et énergie', 'Open', 'Works', 'FR'), (18, 'Espaces verts', 'Open', 'Environment', 'FR'),
    (19, 'Déchets ménagers', 'Open', 'Environment', 'FR'), (20, 'Transition écologique', 'Open', 'Environment', 'FR'), (21, 'Police municipale', 'OnApproval', 'Safety', 'FR'),
    (22, 'Prévention des risques', 'OnApproval', 'Safety', 'FR'), (23, 'Agents de la ville-centre', 'Collectivite', 'Other', 'D69'), (24, 'Direction générale', 'Invitation', 'Administration', 'FR'),
    (25, 'Élus et secrétariat d''Auvergne', 'Open', 'Administration', 'R84'), (26, 'Normandie numérique', 'Open', 'Digital', 'R28'), (27, 'Achats de Bretagne', 'OnApproval', 'Procurement', 'R53'),
    (28, 'Paie en Gironde', 'OnApproval', 'HumanResources', 'D33'), (29, 'Services techniques du Nord', 'Open', 'Works', 'D59'), (30, 'Projet interne', 'Collectivite', 'Other', 'D69'),
    (31, 'Service des ressources', 'Collectivite', 'HumanResources', 'D69'), (32, 'Santé au travail', 'Open', 'Health', 'FR'), (33, 'Hôpital et ville', 'Open', 'Health', 'FR'),
    (34, 'Communication publique', 'Open', 'Administration', 'FR'), (35, 'Sport et associations', 'Open', 'Culture', 'FR'), (36, 'Tourisme et commerce', 'Open', 'Other', 'FR'),
    (37, 'Cimetières', 'Open', 'CivilRegistry', 'FR'), (38, 'Données ouvertes', 'Open', 'Digital', 'FR'), (39, 'Cadres en mobilité', 'Invitation', 'HumanResources', 'FR'),
    (40, 'Cabinet', 'Collectivite', 'Other', 'D69')) AS g (n, name, door, theme, place);

-- Everybody in one group at least, the keen in seven; a collectivité's group takes its own agents alone.
INSERT INTO group_memberships (group_id, member_id, role, joined_at)
SELECT DISTINCT ON (g.id, m.id) g.id, m.id, CASE pg_temp.pick(m.id, 20 + g.id, 400) WHEN 0 THEN 'Animator' WHEN 1 THEN 'Trainer' WHEN 2 THEN 'Trainer' ELSE 'Member' END,
    greatest(m.joined_at, {Now} - make_interval(hours => pg_temp.pick(m.id, 60 + g.id, 20000)))
FROM members m CROSS JOIN generate_series(1, CASE WHEN m.id % 100 = 0 THEN 7 WHEN m.id % 4 = 0 THEN 3 ELSE 1 END) AS k
JOIN groups g ON g.id = 1 + pg_temp.skewed(m.id, 100 + k, 40)
WHERE g.door <> 'Collectivite' OR g.collectivite_id = m.collectivite_id;

INSERT INTO group_memberships (group_id, member_id, role, joined_at)
SELECT g.id, m.id, 'Animator', {Now} - interval '36 months'
FROM groups g, LATERAL (SELECT id FROM members WHERE g.collectivite_id IS NULL OR collectivite_id = g.collectivite_id ORDER BY id OFFSET g.id LIMIT 2) m
ON CONFLICT (group_id, member_id) DO UPDATE SET role = 'Animator';

INSERT INTO digest_settings (member_id, rhythm, next_at, since)
SELECT member_id, 'Weekly', {Now} + interval '3 days', {Now} - interval '4 days' FROM group_memberships GROUP BY member_id;

-- Who speaks in a group: its members, numbered.
CREATE TEMP TABLE crowd AS SELECT group_id, (row_number() OVER (PARTITION BY group_id ORDER BY member_id))::int - 1 AS seat, member_id FROM group_memberships;
CREATE TEMP TABLE crowds AS SELECT group_id, count(*)::int AS size FROM crowd GROUP BY group_id;
ANALYZE crowd, crowds;
