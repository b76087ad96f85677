using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Register;

/// <summary>Finds collectivités by name, SIREN, INSEE code or postcode. Accents, case and signs do not count; « st » is « saint ».</summary>
public sealed class CollectiviteFinder(TrainingDb db)
{
    public const int Most = 20;

    private const string Columns = "SELECT c.id, c.name, c.kind, c.departement, c.siren, c.insee_code, c.postal_codes, c.population FROM collectivites AS c ";

    /// <summary>A grouping bears the INSEE code of the commune where it sits: communes come first.</summary>
    private const string ByNumber =
        Columns +
        """
        WHERE c.siren = {0} OR c.insee_code LIKE {0} || '%' OR c.postal_codes @> ARRAY[{0}]
        ORDER BY coalesce(c.siren = {0}, false) DESC, c.kind = 'Commune' DESC, coalesce(c.insee_code = {0}, false) DESC, c.population DESC NULLS LAST, c.id LIMIT {1}
        """;

    /// <summary>The whole name, then its beginning, then the beginning of a word of it; larger bodies first.</summary>
    private const string ByWords =
        Columns +
        """
        WHERE (c.plain_name LIKE public.plain_words({0}) || '%' OR c.plain_name LIKE '% ' || public.plain_words({0}) || '%')
          AND ({2} IS NULL OR c.departement = {2})
        ORDER BY c.plain_name = public.plain_words({0}) DESC, c.plain_name LIKE public.plain_words({0}) || '%' DESC, c.population DESC NULLS LAST, c.id LIMIT {1}
        """;

    /// <summary>When nothing begins so: a slip of the keyboard.</summary>
    private const string ByLikeness =
        Columns +
        """
        WHERE c.plain_name % public.plain_words({0}) AND ({2} IS NULL OR c.departement = {2})
        ORDER BY similarity(c.plain_name, public.plain_words({0})) DESC, c.population DESC NULLS LAST, c.id LIMIT {1}
        """;

    /// <summary>At most <see cref="Most"/>, the likeliest first; none when too little was typed to look for.</summary>
    public async Task<IReadOnlyList<FoundCollectivite>> SearchAsync(string? typed, CancellationToken cancellationToken = default)
    {
        if (SearchTerms.Of(typed) is not { } terms)
            return [];
        if (terms.Number is { } number)
            return await AskAsync(ByNumber, [number, Most], cancellationToken);
        object[] values = [terms.Words, Most, new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)terms.Departement ?? DBNull.Value }];
        var found = await AskAsync(ByWords, values, cancellationToken);
        return found.Count > 0 ? found : await AskAsync(ByLikeness, values, cancellationToken);
    }

    private Task<List<FoundCollectivite>> AskAsync(string sql, object[] values, CancellationToken cancellationToken) =>
        db.Database.SqlQueryRaw<FoundCollectivite>(sql, values).ToListAsync(cancellationToken);
}
