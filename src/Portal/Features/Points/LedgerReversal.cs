using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Points;

/// <summary>Counters a line with its opposite. The line stays; who did it and why are told by the counter-line.</summary>
public sealed class LedgerReversal(TrainingDb db, LedgerLock turn, LedgerReading reading)
{
    /// <param name="by">The administrator who asks. Null for the portal itself.</param>
    /// <param name="why">In words, for the member to read.</param>
    public async Task<PointsRefusal?> ReverseAsync(long entryId, int? by, string why, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        if (await db.PointsEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == entryId, cancellationToken) is not { } line)
            return PointsRefusal.NoSuchEntry;
        return await turn.HoldAsync([line.MemberId], () => CounterAsync(line, by, why, at, cancellationToken), cancellationToken);
    }

    private async Task<PointsRefusal?> CounterAsync(PointsEntry line, int? by, string why, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var reversed = await db.PointsEntries.AnyAsync(e => e.ReversesId == line.Id, cancellationToken);
        if (PointsRule.ReversalRefusal(line, reversed, await reading.AccountAsync(line.MemberId, cancellationToken)) is { } refusal)
            return refusal;
        if (await IsPaidAgainAsync(line, cancellationToken))
            return PointsRefusal.PaidAgain;
        var facts = JsonSerializer.Serialize(new ReversalFacts(why), JsonSerializerOptions.Web);
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO points_entries (member_id, amount, earned, reason, subject, facts, written_by_id, group_id, reverses_id, root_id, earned_at)
             VALUES ({line.MemberId}, {-line.Amount}, {-line.Earned}, {nameof(PointsReason.Reversal)}, {Subject(line)}, {facts}::jsonb,
                 {by}, {line.GroupId}, {line.Id}, {line.RootId ?? line.Id}, {at})
             """,
            cancellationToken);
        return null;
    }

    /// <summary>A payment given back comes to hold again, while the same thing has been bought anew.</summary>
    private async Task<bool> IsPaidAgainAsync(PointsEntry line, CancellationToken cancellationToken)
    {
        if (line.RootId is not { } rootId || line.Amount < 0)
            return false;
        var root = await db.PointsEntries.AsNoTracking().SingleAsync(e => e.Id == rootId, cancellationToken);
        return root.Reason == PointsReason.OpenedResource
            && (await reading.PaymentsAsync(root.MemberId, PaymentSubject.Of(root.Subject), cancellationToken)).Any(p => p.Holds);
    }

    private static string Subject(PointsEntry line) => string.Create(CultureInfo.InvariantCulture, $"entry:{line.Id}");
}

/// <summary>What a counter-line tells.</summary>
public sealed record ReversalFacts(string Why);
