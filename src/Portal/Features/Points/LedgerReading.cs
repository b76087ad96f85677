using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Points;

/// <summary>A payment, and whether it holds (was not given back).</summary>
public sealed record Payment(long EntryId, bool Holds);

/// <summary>Accounts and lines as they are.</summary>
public sealed class LedgerReading(TrainingDb db)
{
    /// <summary>Zero and zero before the first line.</summary>
    public async Task<PointsAccount> AccountAsync(int memberId, CancellationToken cancellationToken = default) =>
        await db.PointsAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.MemberId == memberId, cancellationToken) ?? new PointsAccount { MemberId = memberId };

    /// <summary>A member's lines, the latest first.</summary>
    public Task<List<PointsEntry>> EntriesAsync(int memberId, CancellationToken cancellationToken = default) =>
        db.PointsEntries.AsNoTracking().Include(e => e.WrittenBy).Where(e => e.MemberId == memberId)
            .OrderByDescending(e => e.EarnedAt).ThenByDescending(e => e.Id).ToListAsync(cancellationToken);

    /// <summary>Every payment this member made for one thing.</summary>
    public Task<List<Payment>> PaymentsAsync(int memberId, string subject, CancellationToken cancellationToken = default)
    {
        var again = PaymentSubject.Again(subject);
        return db.PointsEntries.Where(e => e.MemberId == memberId && e.Reason == PointsReason.OpenedResource && (e.Subject == subject || e.Subject.StartsWith(again)))
            .Select(e => new Payment(e.Id, db.PointsEntries.Count(r => r.RootId == e.Id) % 2 == 0)).ToListAsync(cancellationToken);
    }
}
