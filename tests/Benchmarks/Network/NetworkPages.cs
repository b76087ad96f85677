namespace Training.Benchmarks.Network;

/// <summary>The pages people open most, and what each must fetch, said in one statement.</summary>
internal static class NetworkPages
{
    /// <summary>Groups inside of which the visitor may look.</summary>
    private const string Entered = """
        mine AS MATERIALIZED (SELECT group_id, role FROM group_memberships WHERE member_id = $1),
        entered AS MATERIALIZED (
            SELECT id, name, slug FROM groups WHERE door = 'Open' OR (door = 'Collectivite' AND collectivite_id = $2)
                OR (door IN ('OnApproval', 'Invitation') AND id IN (SELECT group_id FROM mine)))
        """;

    /// <summary>What a conference's card says.</summary>
    private const string Card = """
        c.title, c.id, c.starts_at, c.ends_at, c.state, c.seats_taken, c.capacity, e.name, e.slug,
            (SELECT string_agg(m.name, ', ' ORDER BY m.name) FROM conference_trainers t JOIN members m ON m.id = t.member_id WHERE t.conference_id = c.id),
            EXISTS (SELECT FROM registrations r WHERE r.conference_id = c.id AND r.member_id = $1 AND r.withdrawn_at IS NULL)
        """;

    private const string TheirCard = $"""
        {Card} FROM conferences c JOIN entered e ON e.id = c.group_id
        WHERE (c.group_id IN (SELECT group_id FROM mine)
            OR EXISTS (SELECT FROM registrations r WHERE r.conference_id = c.id AND r.member_id = $1 AND r.withdrawn_at IS NULL)
            OR EXISTS (SELECT FROM conference_trainers t WHERE t.conference_id = c.id AND t.member_id = $1))
        """;

    public static NetworkPage Home { get; } = new("home", _ => "", $"""
        WITH {Entered}
        (SELECT {TheirCard} AND c.state IN ('DoorsOpen', 'Live') ORDER BY c.starts_at, c.id LIMIT 3)
        UNION ALL
        (SELECT {TheirCard} AND c.state = 'Planned' AND c.ends_at > $3 ORDER BY c.starts_at, c.id LIMIT 3)
        UNION ALL
        (SELECT {Card} FROM conferences c JOIN entered e ON e.id = c.group_id JOIN recordings r ON r.conference_id = c.id
         WHERE c.state = 'Ended' AND r.state = 'Published' ORDER BY c.starts_at DESC, c.id DESC LIMIT 3)
        UNION ALL
        SELECT NULL, balance, NULL, NULL, NULL, earned, NULL, NULL, NULL, NULL, EXISTS (SELECT FROM mine) FROM points_accounts WHERE member_id = $1
        """);

    public static NetworkPage Group { get; } = new("group", slug => $"groupes/{slug}", $"""
        WITH {Entered}, e AS MATERIALIZED (SELECT * FROM groups WHERE slug = $4)
        SELECT e.name, e.id, NULL::timestamptz, NULL::timestamptz, e.door, (SELECT count(*) FROM group_memberships WHERE group_id = e.id), 0, e.purpose, e.territory, (SELECT role FROM mine WHERE group_id = e.id),
            EXISTS (SELECT FROM join_requests WHERE group_id = e.id AND member_id = $1 AND answered_at IS NULL) FROM e
        UNION ALL
        (SELECT {Card} FROM conferences c, e WHERE c.group_id = (SELECT id FROM e) AND (c.state IN ('DoorsOpen', 'Live') OR (c.state = 'Planned' AND c.ends_at > $3)) ORDER BY c.starts_at LIMIT 200)
        UNION ALL
        (SELECT {Card} FROM conferences c JOIN recordings r ON r.conference_id = c.id, e
         WHERE c.group_id = (SELECT id FROM e) AND c.state = 'Ended' AND r.state NOT IN ('Failed', 'Expired') ORDER BY c.starts_at DESC LIMIT {GroupReplays})
        UNION ALL
        (SELECT t.title, t.id, t.last_post_at, NULL, NULL, t.posts, unread.posts, m.name, NULL, NULL, t.closed_at IS NOT NULL
         FROM topics t JOIN members m ON m.id = t.author_id CROSS JOIN LATERAL (
            SELECT count(*)::int AS posts FROM posts p WHERE p.topic_id = t.id AND p.hidden_at IS NULL AND p.author_id <> $1
                AND p.posted_at > (SELECT joined_at FROM group_memberships WHERE group_id = (SELECT id FROM e) AND member_id = $1)
                AND p.id > coalesce((SELECT read_up_to FROM topic_readings WHERE topic_id = t.id AND member_id = $1), 0)) unread
         WHERE t.group_id = (SELECT id FROM e) AND t.hidden_at IS NULL ORDER BY t.pinned_at IS NOT NULL DESC, t.last_post_at DESC, t.id DESC LIMIT 3)
        UNION ALL
        (SELECT m.name, best.points, NULL, NULL, NULL, 0, 0, b.name, NULL, NULL, NULL FROM (
            SELECT p.member_id, sum(p.amount)::int AS points FROM points_entries p
            WHERE p.group_id = (SELECT id FROM e) AND p.earned_at >= date_trunc('month', $3::timestamptz, 'Europe/Paris')
                AND p.reason IN ('ConferenceGiven', 'ResourceAccepted', 'UsefulRating', 'UsefulAnswer', 'Reversal')
                AND (p.reason <> 'Reversal' OR EXISTS (SELECT FROM points_entries o WHERE o.id = p.root_id AND o.reason IN ('ConferenceGiven', 'ResourceAccepted', 'UsefulRating', 'UsefulAnswer')))
                AND NOT EXISTS (SELECT FROM contributor_opt_outs o WHERE o.member_id = p.member_id)
            GROUP BY p.member_id HAVING sum(p.amount) > 0 ORDER BY points DESC, p.member_id LIMIT 5) best
         JOIN members m ON m.id = best.member_id JOIN collectivites b ON b.id = m.collectivite_id)
        """, "reseau-1", "reseau-2", "reseau-6");

    public static NetworkPage Search { get; } = new("search", words => $"recherche?q={Uri.EscapeDataString(words)}", $"""
        WITH {Entered}, q AS MATERIALIZED (SELECT to_tsquery('french_plain', replace($4, ' ', ':* & ') || ':*') AS q),
        seen AS MATERIALIZED (SELECT id FROM entered UNION SELECT id FROM groups WHERE door = 'OnApproval'),
        posted AS (
            SELECT * FROM (SELECT DISTINCT ON (topic_id) * FROM (
                SELECT t.id AS topic_id, NULL::bigint AS post_id, 1 AS weight, t.last_post_at AS at FROM topics t, q WHERE t.search @@ q AND t.hidden_at IS NULL AND t.group_id IN (SELECT id FROM entered)
                UNION ALL
                (SELECT p.topic_id, p.id, 0, p.posted_at FROM posts p JOIN topics t ON t.id = p.topic_id, q
                 WHERE p.search @@ q AND p.hidden_at IS NULL AND t.hidden_at IS NULL AND t.group_id IN (SELECT id FROM entered) ORDER BY p.id DESC LIMIT 100)) f
             ORDER BY topic_id, weight DESC, post_id DESC) b ORDER BY weight DESC, at DESC LIMIT 10
        ), exact AS (
            (SELECT g.name AS title, g.slug AS address, g.name AS place, ts_headline('french_plain', g.purpose, q) FROM groups g, q WHERE g.search @@ q AND g.id IN (SELECT id FROM seen) ORDER BY ts_rank(g.search, q) DESC LIMIT 10)
            UNION ALL
            (SELECT c.title, c.id::text, e.name, ts_headline('french_plain', c.programme, q) FROM (
                SELECT c.* FROM conferences c, q WHERE c.search @@ q AND c.group_id IN (SELECT id FROM entered) ORDER BY ts_rank(c.search, q) DESC, c.starts_at DESC LIMIT 10) c JOIN entered e ON e.id = c.group_id, q)
            UNION ALL
            (SELECT t.title, t.id::text, e.name, ts_headline('french_plain', p.text, q) FROM posted f JOIN topics t ON t.id = f.topic_id JOIN entered e ON e.id = t.group_id LEFT JOIN posts p ON p.id = f.post_id, q)
        ), alike AS (
            (SELECT g.name, g.slug, g.name, '' FROM groups g WHERE NOT EXISTS (SELECT FROM exact) AND plain($4) <% plain(g.name) AND g.id IN (SELECT id FROM seen) ORDER BY word_similarity(plain($4), plain(g.name)) DESC LIMIT 10)
            UNION ALL
            (SELECT c.title, c.id::text, '', '' FROM conferences c WHERE NOT EXISTS (SELECT FROM exact) AND plain($4) <% plain(c.title) AND c.group_id IN (SELECT id FROM entered)
             ORDER BY word_similarity(plain($4), plain(c.title)) DESC, c.starts_at DESC LIMIT 10)
            UNION ALL
            (SELECT t.title, t.id::text, '', '' FROM topics t WHERE NOT EXISTS (SELECT FROM exact) AND plain($4) <% plain(t.title) AND t.group_id IN (SELECT id FROM entered) AND t.hidden_at IS NULL
             ORDER BY word_similarity(plain($4), plain(t.title)) DESC, t.last_post_at DESC LIMIT 10)
        )
        SELECT * FROM exact UNION ALL SELECT * FROM alike
        """, "délibération", "subvention région", "assainissement", "dossier 17648", "marchés publics", "telet", "convention centre gestion", "asainisement", "fontenay", "secrétaires");

    public static NetworkPage Directory { get; } = new("directory", words => $"annuaire?q={Uri.EscapeDataString(words)}", $"""
        SELECT m.name, m.id, m.function, m.trade, m.territory, c.name, c.departement, m.address FROM members m JOIN collectivites c ON c.id = m.collectivite_id
        WHERE m.plain_profile LIKE '%' || split_part(plain_words($4), ' ', 1) || '%' AND m.plain_profile LIKE '%' || split_part(plain_words($4), ' ', 2) || '%' AND {FoundBy} ORDER BY m.plain_profile, m.id LIMIT 31
        """, "", "martin", "camille dubois", "secretaire mairie", "bray", "nguyen juriste");

    public static NetworkPage Profile { get; } = new("profile", _ => "annuaire/{me}", $"""
        SELECT m.name, m.id, m.function, m.trade, m.territory, c.name, c.departement, m.address FROM members m JOIN collectivites c ON c.id = m.collectivite_id WHERE m.id = $1 AND {FoundBy}
        """);

    public static NetworkPage OwnProfile { get; } = new("own profile", _ => "profil", """
        SELECT m.address, m.*, c.*, a.*, EXISTS (SELECT FROM contributor_opt_outs o WHERE o.member_id = m.id)
        FROM members m JOIN collectivites c ON c.id = m.collectivite_id LEFT JOIN points_accounts a ON a.member_id = m.id WHERE m.id = $1
        """);

    public static IReadOnlyList<NetworkPage> All { get; } = [Home, Group, Search, Directory, Profile, OwnProfile];

    /// <summary>As many as the page shows.</summary>
    private const string GroupReplays = "5";

    /// <summary>Awake, and willing to be found.</summary>
    private const string FoundBy = """
        (m.id = $1 OR m.audience = 'Members' OR (m.audience = 'Colleagues' AND m.collectivite_id = $2)) AND m.removed_at IS NULL AND m.proved_at > $3 - interval '12 months'
            AND EXISTS (SELECT FROM collectivite_domains d WHERE d.collectivite_id = m.collectivite_id AND d.state IN ('Official', 'Verified') AND right(m.address, length(d.domain) + 1) = '@' || d.domain)
        """;
}
