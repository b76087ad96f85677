WITH words AS (
    SELECT string_to_array('Bray,Caux,Yvré,Montreuil,Villeneuve,Châtillon,Beaumont,Rochefort,Fontenay,Marcilly,Aubigny,Chambly,Vernon,Saulieu,Lormes,Clamecy,Nérac,Fleurance,Condom,Mirande,Auch,Riscle,Plaisance,Marciac,Gimont,Samatan,Lombez,Cologne,Mauvezin,Saramon,Seissan,Masseube,Tournay,Trie,Galan,Lannemezan,Pinas,Arreau,Luchon,Barbazan,Encausse,Aspet,Salies,Cazères,Carbonne,Rieux,Lézat,Pamiers,Varilhes,Foix', ',') AS roots,
           string_to_array(',,,,-sur-Loire,-sur-Saône,-sur-Mer,-en-Vexin,-en-Bresse,-le-Château,-la-Forêt,-les-Bains,-l''Abbaye,-aux-Bois,-sous-Bois,-le-Vieux,-le-Comte,-en-Forez', ',') AS ends,
           string_to_array(',,,Saint-Martin-de-,Saint-Jean-de-,Sainte-Colombe-,La Chapelle-,Le Mesnil-,L''Isle-', ',') AS heads)
INSERT INTO collectivites (id, name, kind, siren, insee_code, departement, population, postal_codes, import_key)
SELECT n,
    CASE WHEN n % 12 = 0 THEN 'Communauté de communes ' ELSE '' END
        || heads[1 + pg_temp.pick(n, 1, 9)] || roots[1 + pg_temp.pick(n, 2, 50)] || ends[1 + pg_temp.pick(n, 3, 18)],
    CASE WHEN n % 12 = 0 THEN 'Epci' ELSE 'Commune' END,
    (200000000 + n)::text, lpad((1 + n % 95)::text, 2, '0') || lpad((n % 900)::text, 3, '0'), lpad((1 + n % 95)::text, 2, '0'),
    200 + 60000 / (1 + pg_temp.pick(n, 4, 300)), ARRAY[lpad((1 + n % 95)::text, 2, '0') || lpad((n % 90)::text, 2, '0') || '0'], 'seed:' || n
FROM words, generate_series(1, {Collectivites}) AS n;

INSERT INTO collectivite_domains (collectivite_id, domain, state) SELECT n, 'mairie-' || n || '.fr', 'Official' FROM generate_series(1, {Collectivites}) AS n;

WITH words AS (
    SELECT string_to_array('Camille,Léa,Hélène,Chloé,Zoé,Inès,Nathalie,Sandrine,Véronique,Catherine,Isabelle,Fatima,Aïcha,Marie,Anne,Élodie,Jérôme,François,Loïc,Rémi,Benoît,Cédric,Mathieu,Nicolas,Olivier,Philippe,Thierry,Karim,Mehdi,Yann,Gaël,Stéphane,Bruno,Didier,Pascal,Émilie,Aurélie,Céline,Delphine,Florence', ',') AS first,
           string_to_array('Martin,Bernard,Dubois,Thomas,Robert,Richard,Petit,Durand,Leroy,Moreau,Simon,Laurent,Lefèvre,Michel,Garcia,David,Bertrand,Roux,Vincent,Fournier,Morel,Girard,André,Mercier,Dupont,Lambert,Bonnet,François,Martinez,Legrand,Garnier,Faure,Rousseau,Blanc,Guérin,Muller,Henry,Roussel,Nicolas,Perrin,Morin,Mathieu,Clément,Gauthier,Dumont,Lopez,Fontaine,Chevalier,Robin,Masson,Sanchez,Gérard,Nguyen,Boyer,Denis,Lemaire,Duval,Joly,Gautier,Roger,Roche,Roy,Noël,Meyer,Lucas,Meunier,Jean,Pérez,Marchand,Dufour,Blanchard,Marie,Barbier,Brun,Dumas,Brunet,Schmitt,Leroux,Colas,Fernández', ',') AS last,
           string_to_array('GeneralManagement,TownHallSecretary,Finance,HumanResources,LegalAffairs,PublicProcurement,CivilRegistry,Planning,RoadsAndNetworks,Buildings,GreenSpaces,WaterAndWaste,Environment,SocialAction,EarlyChildhood,EducationAndYouth,CultureAndHeritage,Sport,Security,EconomyAndTourism,Digital,Communication,Other', ',') AS trades,
           string_to_array('Secrétaire de mairie,Directrice générale des services,Responsable des finances,Gestionnaire de paie,Chargé de mission climat,Juriste,Acheteur public,Officier d''état civil,Instructrice du droit des sols,Technicien voirie,Responsable des espaces verts,Animatrice jeunesse,Bibliothécaire,Agent d''accueil,Responsable informatique,Chargée de communication', ',') AS functions,
           string_to_array('Pays de Bray,canton de Vire,Haute-Saône,vallée de l''Arve,Pays de Caux,Bassin minier,littoral,plateau de Millevaches', ',') AS places)
INSERT INTO members (id, address, name, collectivite_id, time_zone, language, administrator, joined_at, proved_at, proof, removed_at, referent_since, function, trade, territory, audience, shows_address, session_stamp)
SELECT n, 'agent.' || n || '@mairie-' || 1 + pg_temp.skewed(n, 10, {Collectivites}) || '.fr',
    first[1 + pg_temp.pick(n, 11, 40)] || ' ' || last[1 + pg_temp.pick(n, 12, 80)],
    1 + pg_temp.skewed(n, 10, {Collectivites}), 'Europe/Paris', CASE WHEN n % 200 = 0 THEN 'en' ELSE 'fr' END, n = {Members},
    {Now} - make_interval(hours => 1 + pg_temp.pick(n, 13, 26000)),
    {Now} - CASE WHEN n % 25 = 7 THEN interval '14 months' ELSE make_interval(hours => 1 + pg_temp.pick(n, 14, 7000)) END, 'Domain',
    CASE WHEN n % 90 = 1 THEN {Now} - interval '40 days' END, CASE WHEN n % 40 = 3 THEN {Now} - interval '100 days' END,
    CASE WHEN n % 5 > 0 THEN functions[1 + pg_temp.pick(n, 15, 16)] END, CASE WHEN n % 6 > 0 THEN trades[1 + pg_temp.pick(n, 16, 23)] END,
    CASE WHEN n % 4 = 0 THEN places[1 + pg_temp.pick(n, 17, 8)] END,
    CASE WHEN n % 50 = 9 THEN 'Nobody' WHEN n % 15 = 4 THEN 'Colleagues' ELSE 'Members' END, n % 3 = 0, pg_temp.key(n, 1)
FROM words, generate_series(1, {Members}) AS n;

INSERT INTO charter_acceptances (member_id, accepted_at) SELECT id, joined_at FROM members;
INSERT INTO contributor_opt_outs (member_id, since) SELECT id, joined_at FROM members WHERE id % 60 = 11;
