using Training.Portal.Features.Conferences;
using Training.Portal.Features.Resources;

namespace Training.Portal.Features.Search;

/// <summary>
/// The statements of a search. <c>$1</c> is the words, <c>$2</c> the ids of the groups in which the reader may find something: the rule of who
/// sees what stands elsewhere and is asked before. Columns <c>search</c> and <c>search_body</c>, their indexes and <c>french_plain</c> come from migrations.
/// </summary>
internal static class SearchSql
{
    /// <summary>With <c>$3</c> the reader, <c>$4</c> their collectivité, <c>$5</c> whether they administer the portal.</summary>
    private static readonly string Listed = ConferenceAccess.ListedSql(member: "$3", collectivite: "$4", administrator: "$5", groups: "$2");

    private const string Latest =
        "v.state = 'Published' AND NOT EXISTS (SELECT FROM resource_versions n WHERE n.resource_id = v.resource_id AND n.state = 'Published' AND n.number > v.number)";

    private const string Headline = "'StartSel=\u2983, StopSel=\u2984, MaxFragments=1, MaxWords=30, MinWords=12'";

    public const string Groups = $"""
        SELECT g.name, '/groupes/' || g.slug, g.name, ts_headline('french_plain', g.purpose, q, {Headline})
        FROM groups g, to_tsquery('french_plain', $1) q
        WHERE g.search @@ q AND g.id = ANY ($2) ORDER BY ts_rank(g.search, q) DESC, g.name LIMIT 10
        """;

    public static readonly string Conferences = $"""
        SELECT c.title, '/conferences/' || c.id, g.name, ts_headline('french_plain', c.programme, q, {Headline})
        FROM (
            SELECT c.*, q FROM conferences c, to_tsquery('french_plain', $1) q
            WHERE c.search @@ q AND {Listed} ORDER BY ts_rank(c.search, q) DESC, c.starts_at DESC LIMIT 10
        ) c JOIN groups g ON g.id = c.group_id
        """;

    /// <summary>
    /// What lists show of a resource, its title and summary, is looked through whatever its door; its body only where it is open to this reader, so
    /// that no excerpt gives away what is to be earned or paid. The latest published version alone.
    /// </summary>
    public const string Resources = $"""
        SELECT f.title, '/ressources/' || f.resource_id, g.name, ts_headline('french_plain', CASE WHEN f.search @@ f.q THEN f.summary ELSE f.body END, f.q, {Headline})
        FROM (
            SELECT v.*, r.group_id, q FROM resource_versions v JOIN resources r ON r.id = v.resource_id, to_tsquery('french_plain', $1) q
            WHERE (v.search @@ q OR (v.search_body @@ q AND {OpenedResources.IsOpen})) AND {Latest} AND r.group_id = ANY ($2)
            ORDER BY v.search @@ q DESC, ts_rank(v.search, q) DESC, v.changed_at DESC LIMIT 10
        ) f JOIN groups g ON g.id = f.group_id
        """;

    /// <summary>A topic comes once: for its title first, else for its newest message with the words.</summary>
    public const string Topics = $"""
        WITH found AS (
            SELECT t.id AS topic_id, NULL::bigint AS post_id, 1 AS weight, t.last_post_at AS at
            FROM topics t WHERE t.search @@ to_tsquery('french_plain', $1) AND t.group_id = ANY ($2) AND t.hidden_at IS NULL
            UNION ALL
            (SELECT p.topic_id, p.id, 0, p.posted_at FROM posts p JOIN topics t ON t.id = p.topic_id
             WHERE p.search @@ to_tsquery('french_plain', $1) AND p.hidden_at IS NULL AND t.hidden_at IS NULL AND t.group_id = ANY ($2)
             ORDER BY p.id DESC LIMIT 100)
        ), best AS (
            SELECT DISTINCT ON (topic_id) * FROM found ORDER BY topic_id, weight DESC, post_id DESC
        ), shown AS (
            SELECT * FROM best ORDER BY weight DESC, at DESC LIMIT 10
        )
        SELECT t.title, '/discussions/' || t.id || coalesce('#message-' || s.post_id, ''), g.name,
            coalesce(ts_headline('french_plain', p.text, to_tsquery('french_plain', $1), {Headline}), '')
        FROM shown s JOIN topics t ON t.id = s.topic_id JOIN groups g ON g.id = t.group_id LEFT JOIN posts p ON p.id = s.post_id
        ORDER BY s.weight DESC, s.at DESC
        """;

    /// <summary>How alike a word of a title must be to the word typed, in trigrams: two letters swapped, one missing, one too many.</summary>
    public const string Alike = "SET LOCAL pg_trgm.word_similarity_threshold = 0.4";

    public const string GroupsAlike = """
        SELECT g.name, '/groupes/' || g.slug, g.name, '' FROM groups g
        WHERE plain($1) <% plain(g.name) AND g.id = ANY ($2) ORDER BY word_similarity(plain($1), plain(g.name)) DESC, g.name LIMIT 10
        """;

    public static readonly string ConferencesAlike = $"""
        SELECT c.title, '/conferences/' || c.id, g.name, '' FROM conferences c JOIN groups g ON g.id = c.group_id
        WHERE plain($1) <% plain(c.title) AND {Listed} ORDER BY word_similarity(plain($1), plain(c.title)) DESC, c.starts_at DESC LIMIT 10
        """;

    public const string TopicsAlike = """
        SELECT t.title, '/discussions/' || t.id, g.name, '' FROM topics t JOIN groups g ON g.id = t.group_id
        WHERE plain($1) <% plain(t.title) AND t.group_id = ANY ($2) AND t.hidden_at IS NULL
        ORDER BY word_similarity(plain($1), plain(t.title)) DESC, t.last_post_at DESC LIMIT 10
        """;

    public const string ResourcesAlike = $"""
        SELECT v.title, '/ressources/' || r.id, g.name, v.summary FROM resource_versions v JOIN resources r ON r.id = v.resource_id JOIN groups g ON g.id = r.group_id
        WHERE plain($1) <% plain(v.title) AND r.group_id = ANY ($2) AND {Latest}
        ORDER BY word_similarity(plain($1), plain(v.title)) DESC, v.changed_at DESC LIMIT 10
        """;
}
