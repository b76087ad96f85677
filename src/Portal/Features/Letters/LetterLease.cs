using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Letters;

/// <summary>
/// Takes letters and gives them back. Due times and leases follow the database's clock: a node whose clock is wrong neither
/// hurries a letter nor steals another node's.
/// </summary>
public sealed class LetterLease(TrainingDb db)
{
    /// <summary>
    /// Up to <paramref name="most"/> due letters that nobody else holds; codes first, since somebody waits for them; never one whose stream has an
    /// earlier letter still to leave. Each counts an attempt.
    /// </summary>
    public Task<List<Letter>> TakeAsync(int most, CancellationToken cancellationToken = default) =>
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
