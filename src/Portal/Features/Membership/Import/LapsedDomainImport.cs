using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Training.Portal.Data;

namespace Training.Portal.Features.Membership.Import;

/// <summary>A list of domains that are no longer public, one a line: they prove nothing from now on, whatever a file says later.</summary>
public sealed class LapsedDomainImport(TrainingDb db, TimeProvider time)
{
    private const string Keep =
        """
        INSERT INTO lapsed_domains (domain, listed_at) SELECT unnest({0}), {1} ON CONFLICT (domain) DO NOTHING RETURNING domain AS "Value"
        """;

    /// <summary>Members whose only proof is such a domain.</summary>
    private const string Asleep =
        """
        SELECT count(*)::integer AS "Value" FROM members AS m
        WHERE split_part(m.address, '@', 2) = ANY ({0}) AND m.proof = 'Domain'
          AND EXISTS (SELECT FROM collectivite_domains AS d WHERE d.collectivite_id = m.collectivite_id AND d.domain = split_part(m.address, '@', 2)
              AND d.state IN ('Official', 'Verified'))
        """;

    private const string Lapse =
        """
        WITH old AS (SELECT id, state FROM collectivite_domains WHERE domain = ANY ({0}) AND state <> 'Lapsed' FOR UPDATE),
        lapsed AS (UPDATE collectivite_domains AS d SET state = 'Lapsed' FROM old WHERE d.id = old.id RETURNING d.id, old.state)
        INSERT INTO domain_changes (collectivite_domain_id, before, after, at, member_id, source) SELECT id, state, 'Lapsed', {1}, {2}, {3} FROM lapsed
        """;

    /// <summary>Somebody spoke for these members when their mailbox was still theirs alone: it must be said again. Said again since, it stands.</summary>
    private const string Unvouch =
        "UPDATE members SET vouched_at = NULL WHERE split_part(address, '@', 2) = ANY ({0}) AND proof <> 'Domain' AND vouched_at IS NOT NULL";

    /// <summary>A mailbox there may be anybody's: it speaks for no body any more, and no code that went there admits.</summary>
    private static readonly string[] Unspeak =
    [
        """
        UPDATE collectivites AS c SET contact_addresses = ARRAY(
            SELECT a FROM unnest(c.contact_addresses) WITH ORDINALITY AS u (a, place) WHERE split_part(a, '@', 2) <> ALL ({0}) ORDER BY place)
        WHERE EXISTS (SELECT FROM unnest(c.contact_addresses) AS a WHERE split_part(a, '@', 2) = ANY ({0}))
        """,
        "UPDATE admission_requests SET contact_address = NULL WHERE state = 'Pending' AND split_part(contact_address, '@', 2) = ANY ({0})",
    ];

    public static IReadOnlyList<string> Read(TextReader text, ImportReport report)
    {
        HashSet<string> domains = new(StringComparer.Ordinal);
        while (text.ReadLine() is { } line)
        {
            report.Lines++;
            var told = line.Split(';', ',', '#')[0].Trim();
            if (told.Length > 0 && MailAddressRule.CanonicalHost(told) is { } domain)
                domains.Add(domain);
            else if (told.Length > 0)
                report.Reject(new RejectedLine(report.Lines, "", told, ImportRefusal.MalformedDomain));
        }

        return [.. domains];
    }

    /// <summary>In the caller's transaction. Taken back by the caller, it tells exactly what writing would do.</summary>
    public async Task RunAsync(IReadOnlyList<string> domains, ImportReport report, ImportOrigin origin, CancellationToken cancellationToken = default)
    {
        var (listed, now) = (domains.ToArray(), time.GetUtcNow());
        await db.Database.ExecuteSqlRawAsync(ImportSql.Lock, cancellationToken);
        var news = await db.Database.SqlQueryRaw<string>(Keep, listed, now).ToListAsync(cancellationToken);
        report.MembersAsleep = await db.Database.SqlQueryRaw<int>(Asleep, (object)listed).SingleAsync(cancellationToken)
            + await db.Database.ExecuteSqlRawAsync(Unvouch, [news.ToArray()], cancellationToken);
        report.DomainsLapsed = await db.Database.ExecuteSqlRawAsync(Lapse, [listed, now, By(origin), origin.Source], cancellationToken);
        foreach (var step in Unspeak)
            await db.Database.ExecuteSqlRawAsync(step, [listed], cancellationToken);
    }

    private static NpgsqlParameter By(ImportOrigin origin) =>
        new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = (object?)origin.MemberId ?? DBNull.Value };
}
