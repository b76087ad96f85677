namespace Training.Portal.Features.Membership.Import;

/// <summary>The statements of an import. A body is told again by its SIREN, by its import key, or by its INSEE code when one side has no SIREN.</summary>
internal static class ImportSql
{
    /// <summary>One import at a time.</summary>
    public const string Lock = "SELECT pg_advisory_xact_lock(7110, 0)";

    public const string Stage =
        """
        CREATE TEMPORARY TABLE import_rows (
            key text PRIMARY KEY, kind text, name text, renames boolean, siren text, insee_code text, departement text, population integer,
            postal_codes text[], contacts text[], domains text[], body_id integer)
        ON COMMIT DROP
        """;

    public const string Copy =
        """
        COPY import_rows (key, kind, name, renames, siren, insee_code, departement, population, postal_codes, contacts, domains)
        FROM STDIN (FORMAT BINARY)
        """;

    /// <summary>In this order: each leaves what the one before found.</summary>
    public static readonly string[] Recognise =
    [
        "ANALYZE import_rows",
        "UPDATE import_rows AS r SET body_id = c.id FROM collectivites AS c WHERE c.siren = r.siren",
        "UPDATE import_rows AS r SET body_id = c.id FROM collectivites AS c WHERE r.body_id IS NULL AND c.import_key = r.key",
        """
        UPDATE import_rows AS r SET body_id = c.id FROM collectivites AS c
        WHERE r.body_id IS NULL AND r.kind = 'Commune' AND c.kind = 'Commune' AND c.insee_code = r.insee_code AND (c.siren IS NULL OR r.siren IS NULL)
          AND NOT EXISTS (SELECT FROM import_rows AS other WHERE other.body_id = c.id)
        """,
    ];

    /// <summary>What the file says of a body already known; what it does not know stays.</summary>
    private const string Told =
        """
        SELECT DISTINCT ON (r.body_id) r.body_id, CASE WHEN r.renames THEN r.name ELSE c.name END AS name, r.kind,
            coalesce(r.siren, c.siren) AS siren, CASE WHEN r.siren IS NULL THEN coalesce(c.import_key, r.key) ELSE r.key END AS import_key,
            coalesce(r.insee_code, c.insee_code) AS insee_code, coalesce(r.departement, c.departement) AS departement,
            coalesce(r.population, c.population) AS population, CASE WHEN cardinality(r.postal_codes) = 0 THEN c.postal_codes ELSE r.postal_codes END AS postal_codes,
            CASE WHEN cardinality(r.contacts) = 0 THEN c.contact_addresses ELSE r.contacts END AS contact_addresses
        FROM import_rows AS r JOIN collectivites AS c ON c.id = r.body_id
        ORDER BY r.body_id, r.siren NULLS LAST
        """;

    /// <summary>The first changes, one row per field.</summary>
    public const string Changes =
        $"""
        SELECT c.name, c.departement, f.field, f.before, f.after
        FROM ({Told}) AS r JOIN collectivites AS c ON c.id = r.body_id
        CROSS JOIN LATERAL (VALUES
            (1, 'Name', c.name, r.name), (2, 'Kind', c.kind, r.kind), (3, 'Siren', c.siren, r.siren), (4, 'InseeCode', c.insee_code, r.insee_code),
            (5, 'Departement', c.departement, r.departement), (6, 'Population', c.population::text, r.population::text),
            (7, 'PostalCodes', array_to_string(c.postal_codes, ' '), array_to_string(r.postal_codes, ' ')),
            (8, 'ContactAddresses', array_to_string(c.contact_addresses, ' '), array_to_string(r.contact_addresses, ' '))) AS f (rank, field, before, after)
        WHERE f.before IS DISTINCT FROM f.after
        ORDER BY f.rank, c.plain_name, c.id LIMIT 100
        """;

    /// <summary>Only rows that really change.</summary>
    public const string Update =
        $"""
        UPDATE collectivites AS c
        SET name = r.name, kind = r.kind, siren = r.siren, import_key = r.import_key, insee_code = r.insee_code, departement = r.departement,
            population = r.population, postal_codes = r.postal_codes, contact_addresses = r.contact_addresses
        FROM ({Told}) AS r
        WHERE c.id = r.body_id
          AND (c.name, c.kind, c.siren, c.import_key, c.insee_code, c.departement, c.population, c.postal_codes, c.contact_addresses) IS DISTINCT FROM
              (r.name, r.kind, r.siren, r.import_key, r.insee_code, r.departement, r.population, r.postal_codes, r.contact_addresses)
        """;

    public const string Add =
        """
        INSERT INTO collectivites (name, kind, siren, insee_code, departement, population, postal_codes, contact_addresses, import_key)
        SELECT name, kind, siren, insee_code, departement, population, postal_codes, contacts, key FROM import_rows WHERE body_id IS NULL
        """;

    public const string RecogniseAdded = "UPDATE import_rows AS r SET body_id = c.id FROM collectivites AS c WHERE r.body_id IS NULL AND c.import_key = r.key";

    private const string Wanted = "SELECT DISTINCT body_id, domain FROM import_rows CROSS JOIN unnest(domains) AS domain";

    /// <summary>Parameters: the instant, who, the source. A domain that was refused or lapsed stays so.</summary>
    public const string AddDomains =
        $$"""
        WITH added AS (
            INSERT INTO collectivite_domains (collectivite_id, domain, state) SELECT body_id, domain, 'Official' FROM ({{Wanted}}) AS wanted
            ON CONFLICT (domain, collectivite_id) DO NOTHING RETURNING id)
        INSERT INTO domain_changes (collectivite_domain_id, after, at, member_id, source) SELECT id, 'Official', {0}, {1}, {2} FROM added
        """;

    /// <inheritdoc cref="AddDomains"/>
    public const string ConfirmDomains =
        $$"""
        WITH confirmed AS (
            UPDATE collectivite_domains AS d SET state = 'Official' FROM ({{Wanted}}) AS wanted
            WHERE d.collectivite_id = wanted.body_id AND d.domain = wanted.domain AND d.state = 'Claimed' RETURNING d.id)
        INSERT INTO domain_changes (collectivite_domain_id, before, after, at, member_id, source) SELECT id, 'Claimed', 'Official', {0}, {1}, {2} FROM confirmed
        """;
}
