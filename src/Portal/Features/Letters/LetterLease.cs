using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Settings;

namespace Training.Portal.Features.Letters;

/// <summary>
/// Takes letters and gives them back. Due times and leases follow the database's clock: a node whose clock is wrong neither
/// hurries a letter nor steals another node's.
/// </summary>
public sealed class LetterLease(TrainingDb db, TrainingSettings settings)
{
    /// <summary>Passed by one worker at a time where letters are counted.</summary>
    private const long Turnstile = 0x4C65747465727321;

    /// <summary>
    /// Up to <paramref name="most"/> due letters that nobody else holds; codes first, since somebody waits for them; never one whose stream has an
    /// earlier letter still to leave, nor more to one domain within a minute than it bears. Each counts an attempt.
    /// </summary>
    public async Task<List<Letter>> TakeAsync(int most, CancellationToken cancellationToken = default)
    {
        if (settings.Mail is { MostPerMinute: 0, MostPerMinuteTo.Count: 0 })
            return await TakeAnyAsync(most, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turnstile})", cancellationToken);
        var taken = await TakeWithinAsync(most, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return taken;
    }

    private Task<List<Letter>> TakeAnyAsync(int most, CancellationToken cancellationToken) =>
        db.Letters.FromSql(
            $"""
             UPDATE letters SET leased_until = now() + {SendingLimits.Lease}, attempts = attempts + 1
             WHERE id IN (
                 SELECT id FROM letters AS l
                 WHERE sent_at IS NULL AND dropped_at IS NULL AND next_try_at <= now() AND (leased_until IS NULL OR leased_until < now())
                   AND NOT EXISTS (SELECT FROM letters AS e WHERE e.stream = l.stream AND e.id < l.id AND e.sent_at IS NULL AND e.dropped_at IS NULL)
                 ORDER BY kind <> 'SignInCode', id
                 LIMIT {most}
                 FOR UPDATE SKIP LOCKED)
             RETURNING *
             """)
            .AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>
    /// The same, counted by domain: what left within the minute, what others hold, and the turn of each. One worker counts at a time, or two
    /// would both take what is left. Codes are counted and never wait.
    /// </summary>
    private Task<List<Letter>> TakeWithinAsync(int most, CancellationToken cancellationToken)
    {
        var own = JsonSerializer.Serialize(settings.Mail.MostPerMinuteTo);
        return db.Letters.FromSql(
            $"""
             WITH due AS (
                 SELECT id, kind, split_part("to", '@', 2) AS host FROM letters AS l
                 WHERE sent_at IS NULL AND dropped_at IS NULL AND next_try_at <= now() AND (leased_until IS NULL OR leased_until < now())
                   AND NOT EXISTS (SELECT FROM letters AS e WHERE e.stream = l.stream AND e.id < l.id AND e.sent_at IS NULL AND e.dropped_at IS NULL)
             ), busy AS (
                 SELECT split_part("to", '@', 2) AS host, count(*) AS many FROM letters
                 WHERE sent_at > now() - interval '1 minute' OR (sent_at IS NULL AND dropped_at IS NULL AND leased_until >= now()) GROUP BY 1
             ), turns AS (
                 SELECT d.id, d.kind, row_number() OVER (PARTITION BY d.host ORDER BY d.kind <> 'SignInCode', d.id) + coalesce(b.many, 0) AS turn,
                     nullif(coalesce(({own}::jsonb ->> d.host)::int, {settings.Mail.MostPerMinute}), 0) AS most
                 FROM due d LEFT JOIN busy b ON b.host = d.host
             )
             UPDATE letters SET leased_until = now() + {SendingLimits.Lease}, attempts = attempts + 1
             WHERE id IN (SELECT id FROM turns WHERE kind = 'SignInCode' OR most IS NULL OR turn <= most ORDER BY kind <> 'SignInCode', id LIMIT {most})
             RETURNING *
             """)
            .AsNoTracking().ToListAsync(cancellationToken);
    }

    public Task SentAsync(Letter letter) =>
        db.Database.ExecuteSqlAsync($"UPDATE letters SET sent_at = now(), leased_until = NULL, last_error = NULL WHERE id = {letter.Id}");

    public Task TryAgainAsync(Letter letter, TimeSpan after, string? reason) =>
        db.Database.ExecuteSqlAsync(
            $"UPDATE letters SET next_try_at = now() + {after}, leased_until = NULL, last_error = {reason} WHERE id = {letter.Id}");

    public Task DropAsync(Letter letter, string? reason) =>
        db.Database.ExecuteSqlAsync($"UPDATE letters SET dropped_at = now(), leased_until = NULL, last_error = {reason} WHERE id = {letter.Id}");

    /// <summary>Untouched letters go back as they were.</summary>
    public Task ReturnAsync(IEnumerable<Letter> letters)
    {
        long[] ids = [.. letters.Select(l => l.Id)];
        return db.Database.ExecuteSqlAsync($"UPDATE letters SET leased_until = NULL, attempts = attempts - 1 WHERE id = ANY ({ids})");
    }
}
