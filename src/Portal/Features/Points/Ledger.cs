using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Settings;

namespace Training.Portal.Features.Points;

/// <summary>
/// Writes lines to the append-only ledger. Takes part in the caller's transaction, or makes its own; writing the same
/// earning again changes nothing, buying the same thing again costs nothing.
/// </summary>
public sealed class Ledger(TrainingDb db, LedgerLock turn, LedgerReading reading, TrainingSettings settings)
{
    public Task EarnAsync(Earning earning, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        EarnAsync([earning], at, cancellationToken);

    /// <summary>One statement for any number of members. Beyond a reason's daily cap only what is left of it is written.</summary>
    public Task EarnAsync(IEnumerable<Earning> earnings, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var worth = earnings.Where(PointsRule.MayEarn).ToList();
        return worth.Count == 0
            ? Task.CompletedTask
            : turn.HoldAsync([.. worth.Select(e => e.MemberId)], () => InsertAsync(worth, at, cancellationToken), cancellationToken);
    }

    /// <summary>Null once paid, now or before.</summary>
    public Task<PointsRefusal?> SpendAsync(Spending spending, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        turn.HoldAsync([spending.MemberId], () => PayAsync(spending, at, cancellationToken), cancellationToken);

    private async Task<PointsRefusal?> PayAsync(Spending spending, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var payments = await reading.PaymentsAsync(spending.MemberId, spending.Subject, cancellationToken);
        if (payments.Any(p => p.Holds))
            return null;
        if ((await reading.AccountAsync(spending.MemberId, cancellationToken)).Balance < spending.Price)
            return PointsRefusal.NotEnough;
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO points_entries (member_id, amount, earned, reason, subject, facts, written_by_id, group_id, earned_at)
             VALUES ({spending.MemberId}, {-spending.Price}, 0, {nameof(PointsReason.OpenedResource)}, {PaymentSubject.Numbered(spending.Subject, payments.Count)},
                 {spending.Facts}::jsonb, {spending.MemberId}, {spending.GroupId}, {at})
             ON CONFLICT (member_id, reason, subject) DO NOTHING
             """,
            cancellationToken);
        return null;
    }

    private Task<int> InsertAsync(List<Earning> worth, DateTimeOffset at, CancellationToken cancellationToken)
    {
        int[] members = [.. worth.Select(e => e.MemberId)];
        int[] amounts = [.. worth.Select(e => e.Amount)];
        string[] reasons = [.. worth.Select(e => e.Reason.ToString())];
        string[] subjects = [.. worth.Select(e => e.Subject)];
        string[] facts = [.. worth.Select(e => e.Facts)];
        int?[] by = [.. worth.Select(e => e.By)];
        int?[] groups = [.. worth.Select(e => e.GroupId)];
        int[] caps = [.. worth.Select(e => PointsRule.DailyCap(e.Reason, settings.Points))];
        var (dayFrom, dayTo) = LedgerDay.Of(at);
        return db.Database.ExecuteSqlAsync(
            $"""
             WITH asked AS (
                 SELECT * FROM unnest({members}, {amounts}, {reasons}, {subjects}, {facts}, {by}, {groups}, {caps})
                     WITH ORDINALITY AS a (member_id, amount, reason, subject, facts, written_by_id, group_id, cap, n)
                 WHERE NOT EXISTS (SELECT FROM points_entries p WHERE p.member_id = a.member_id AND p.reason = a.reason AND p.subject = a.subject)
             ), today AS (
                 SELECT p.member_id, p.reason, sum(p.amount) AS amount FROM points_entries p
                 JOIN (SELECT DISTINCT member_id, reason FROM asked) a USING (member_id, reason)
                 WHERE p.earned_at >= {dayFrom} AND p.earned_at < {dayTo} GROUP BY p.member_id, p.reason
             ), granted AS (
                 SELECT a.*, least(a.amount, a.cap - coalesce(t.amount, 0)
                     - coalesce(sum(a.amount) OVER (PARTITION BY a.member_id, a.reason ORDER BY a.n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::int AS points
                 FROM asked a LEFT JOIN today t USING (member_id, reason)
             )
             INSERT INTO points_entries (member_id, amount, earned, reason, subject, facts, written_by_id, group_id, earned_at)
             SELECT member_id, points, points, reason, subject, facts::jsonb, written_by_id, group_id, {at} FROM granted WHERE points > 0 ORDER BY member_id, n
             ON CONFLICT (member_id, reason, subject) DO NOTHING
             """,
            cancellationToken);
    }
}
