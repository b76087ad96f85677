-- One message in sixteen opens a topic; the others answer a recent one, or one of the twenty that never end.
CREATE TEMP TABLE said AS
SELECT n, topic, group_id, member_id, at
FROM (SELECT n, CASE WHEN n % 16 = 0 THEN n / 16 WHEN n > 20000 AND n % 33 = 5 THEN pg_temp.pick(n, 30, 20) ELSE greatest(0, n / 16 - pg_temp.skewed(n, 31, 500)) END + 1 AS topic,
    {Now} - interval '1096 days' + n * (interval '1096 days' / {Messages}) AS at
    FROM generate_series(0, {Messages} - 1) AS n) d
JOIN crowds ON group_id = 1 + pg_temp.skewed(topic, 32, 40) JOIN crowd USING (group_id) WHERE seat = pg_temp.skewed(n, 37, size);
ANALYZE said;

WITH words AS (
    SELECT string_to_array('Délibération,Modèle de convention,Contrôle de légalité,Question de paie,Dématérialisation,Marché à procédure adaptée,Acte de naissance,Permis de construire,Assainissement non collectif,Budget annexe,Subvention,Régie de recettes,Télétravail,Congé maladie,Recensement,Liste électorale,Cimetière communal,Cantine scolaire,Facture électronique,Archivage,Règlement intérieur,Formation des élus,Entretien professionnel,Voirie communale', ',') AS subjects,
           string_to_array('comment faites-vous,qui a un exemple,délai de réponse,nouvelle circulaire,retour d''expérience,outil recommandé,cas particulier,seuil à respecter,avis du comité,modèle à partager', ',') AS angles)
INSERT INTO topics (id, group_id, title, author_id, created_at, last_post_at, posts, pinned_at, closed_at, client_key)
SELECT s.topic, s.group_id, subjects[1 + pg_temp.pick(s.topic, 33, 24)] || ' : ' || angles[1 + pg_temp.pick(s.topic, 34, 10)] || ' à ' || (SELECT name FROM collectivites WHERE id = 1 + pg_temp.pick(s.topic, 35, {Collectivites})) || ' ?',
    (array_agg(s.member_id ORDER BY s.n))[1], min(s.at), max(s.at), count(*),
    CASE WHEN s.topic % 300 = 0 THEN min(s.at) END, CASE WHEN s.topic % 40 = 0 THEN max(s.at) END, pg_temp.key(s.topic, 2)
FROM said s, words GROUP BY s.topic, s.group_id, subjects, angles;

WITH words AS (SELECT string_to_array(
    'Bonjour à toutes et à tous.|Merci d''avance pour vos retours.|Chez nous la délibération est passée en conseil municipal le mois dernier.|Le contrôle de légalité nous a demandé une pièce complémentaire.|Nous avons signé une convention avec le centre de gestion.|Le seuil a changé au premier janvier.|Je joins notre modèle, à adapter à votre situation.|La trésorerie refuse le mandat sans justificatif.|Avez-vous pensé à consulter le comité social territorial ?|Notre éditeur de logiciel propose un module pour cela.|L''avis d''appel public à la concurrence doit paraître au moins vingt jours avant.|La dérogation scolaire relève de la commune de résidence.|Le syndicat intercommunal gère l''assainissement collectif depuis trois ans.|Il faut distinguer la régie d''avances et la régie de recettes.|L''agent contractuel a droit à une indemnité de fin de contrat.|Le télétravail est limité à deux jours par semaine.|La préfecture a confirmé par courrier.|Attention à la date limite de dépôt des dossiers.|Nous utilisons un tableur partagé, c''est simple et cela suffit.|La commission d''appel d''offres se réunit jeudi.|Le règlement intérieur prévoit ce cas à l''article douze.|Une formation du CNFPT existe sur ce sujet.|L''archivage électronique impose un service agréé.|La facture doit passer par Chorus Pro.|Le plan communal de sauvegarde doit être révisé tous les cinq ans.|Nous avons obtenu une subvention de la région.|Le permis de construire modificatif a été accordé tacitement.|Pour l''état civil, la mention marginale reste obligatoire.|La dotation globale de fonctionnement baisse encore.|Voir aussi la conférence de la semaine prochaine.|Le registre des délibérations se signe à chaque séance.|Le fonds de compensation rembourse une partie des travaux.|L''enquête publique dure un mois.|Je vous envoie un exemple par message.|Cela dépend de la taille de la collectivité.|Le code général des collectivités territoriales est clair là-dessus.|Entièrement d''accord avec vous.|Quelqu''un a-t-il déjà testé avec succès ?|Nous avons renoncé faute de moyens.|Le marché a été attribué à une entreprise locale.', '|') AS sentences)
INSERT INTO posts (topic_id, author_id, text, posted_at, hidden_at, client_key)
SELECT s.topic, s.member_id,
    sentences[1 + pg_temp.pick(s.n, 38, 40)] || ' ' || sentences[1 + pg_temp.pick(s.n, 39, 40)]
        || CASE WHEN s.n % 2 = 0 THEN E'\n\n' || sentences[1 + pg_temp.pick(s.n, 40, 40)] || ' ' || sentences[1 + pg_temp.pick(s.n, 41, 40)] ELSE '' END
        || CASE WHEN s.n % 9 = 0 THEN ' Dossier n° ' || 10000 + s.n || '.' ELSE '' END,
    s.at, CASE WHEN s.n % 700 = 11 THEN s.at + interval '2 hours' END, pg_temp.key(s.n, 3)
FROM said s, words ORDER BY s.n;

INSERT INTO topic_readings (topic_id, member_id, read_up_to, follows)
SELECT l.topic, c.member_id, l.post_id - CASE WHEN n % 3 = 0 THEN 400 ELSE 0 END, CASE WHEN n % 10 = 0 THEN true END
FROM generate_series(1, 250000) AS n
JOIN (SELECT s.topic, s.group_id, size, max(p.id) AS post_id FROM (SELECT DISTINCT topic, group_id FROM said) s JOIN crowds USING (group_id) JOIN posts p ON p.topic_id = s.topic GROUP BY s.topic, s.group_id, size) l
    ON l.topic = {Messages} / 16 - pg_temp.skewed(n, 43, {Messages} / 16 - 1)
JOIN crowd c ON c.group_id = l.group_id AND c.seat = pg_temp.skewed(n, 42, l.size)
ON CONFLICT DO NOTHING;
