using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Points;

/// <summary>The append-only ledger of points. Takes part in the caller's transaction; writing the same earning again changes nothing.</summary>
public sealed class Ledger(TrainingDb db)
{
    public Task EarnAsync(Earning earning, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        EarnAsync([earning], at, cancellationToken);

    /// <summary>One statement for any number of members. Nothing is written for an amount of zero.</summary>
    public Task EarnAsync(IEnumerable<Earning> earnings, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var worth = earnings.Where(e => e.Amount > 0).OrderBy(e => e.MemberId).ToList();
        return worth.Count == 0 ? Task.CompletedTask : InsertAsync(worth, at, cancellationToken);
    }

    public Task<int> TotalAsync(int memberId, CancellationToken cancellationToken = default) =>
        db.PointsEntries.Where(e => e.MemberId == memberId).SumAsync(e => e.Amount, cancellationToken);

    /// <summary>A member's lines, the latest first.</summary>
    public Task<List<PointsEntry>> EntriesAsync(int memberId, CancellationToken cancellationToken = default) =>
        db.PointsEntries.AsNoTracking().Where(e => e.MemberId == memberId)
            .OrderByDescending(e => e.EarnedAt).ThenByDescending(e => e.Id).ToListAsync(cancellationToken);

    private Task<int> InsertAsync(List<Earning> worth, DateTimeOffset at, CancellationToken cancellationToken)
    {
        int[] members = [.. worth.Select(e => e.MemberId)];
        int[] amounts = [.. worth.Select(e => e.Amount)];
        string[] reasons = [.. worth.Select(e => e.Reason.ToString())];
        string[] subjects = [.. worth.Select(e => e.Subject)];
        string[] facts = [.. worth.Select(e => e.Facts)];
        return db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO points_entries (member_id, amount, reason, subject, facts, earned_at)
             SELECT member_id, amount, reason, subject, facts::jsonb, {at}
             FROM unnest({members}, {amounts}, {reasons}, {subjects}, {facts}) AS earned (member_id, amount, reason, subject, facts)
             ON CONFLICT (member_id, reason, subject) DO NOTHING
             """,
            cancellationToken);
    }
}
