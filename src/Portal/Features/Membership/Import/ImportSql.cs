namespace Training.Portal.Features.Membership.Import;

/// <summary>The statements of an import. A body is found by its SIREN, or by its import key when it has none.</summary>
internal static class ImportSql
{
    public const string Stage =
        """
        CREATE TEMPORARY TABLE import_rows (
            key text PRIMARY KEY, kind text, name text, siren text, insee_code text, departement text, population integer, domains text[])
        ON COMMIT DROP
        """;

    public const string Copy = "COPY import_rows (key, kind, name, siren, insee_code, departement, population, domains) FROM STDIN (FORMAT BINARY)";

    /// <summary>Only rows that really change; what a file does not know stays.</summary>
    public const string Update =
        """
        UPDATE collectivites AS c
        SET name = r.name, kind = r.kind, import_key = r.key, insee_code = coalesce(r.insee_code, c.insee_code),
            departement = coalesce(r.departement, c.departement), population = coalesce(r.population, c.population)
        FROM import_rows AS r
        WHERE (c.siren = r.siren OR c.import_key = r.key)
          AND (c.name, c.kind, c.import_key, c.insee_code, c.departement, c.population) IS DISTINCT FROM
              (r.name, r.kind, r.key, coalesce(r.insee_code, c.insee_code), coalesce(r.departement, c.departement), coalesce(r.population, c.population))
        """;

    public const string Add =
        """
        INSERT INTO collectivites (name, kind, siren, insee_code, departement, population, import_key)
        SELECT name, kind, siren, insee_code, departement, population, key
        FROM import_rows AS r
        WHERE NOT EXISTS (SELECT FROM collectivites AS c WHERE c.import_key = r.key)
        """;

    public const string AddDomains =
        """
        INSERT INTO collectivite_domains (collectivite_id, domain)
        SELECT c.id, domain
        FROM import_rows AS r JOIN collectivites AS c ON c.import_key = r.key CROSS JOIN unnest(r.domains) AS domain
        ON CONFLICT (domain, collectivite_id) DO NOTHING
        """;
}
