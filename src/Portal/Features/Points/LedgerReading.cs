using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Points;

/// <summary>A payment, and whether it holds (was not given back).</summary>
public sealed record Payment(long EntryId, bool Holds);

/// <summary>Some of a member's lines.</summary>
/// <param name="Linked">Whatever counters one of them, or is countered by one.</param>
/// <param name="More">Earlier ones follow.</param>
public sealed record LinesPage(IReadOnlyList<PointsEntry> Entries, IReadOnlyList<PointsEntry> Linked, bool More)
{
    public const int Size = 100;
}

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

    /// <summary>A hundred of a member's lines, the latest first, and the lines that these counter or that counter these.</summary>
    /// <param name="before">The last line of the page before.</param>
    public async Task<LinesPage> PageAsync(int memberId, long? before, CancellationToken cancellationToken = default)
    {
        var own = db.PointsEntries.AsNoTracking().Where(e => e.MemberId == memberId);
        var shown = own;
        if (before is not null && await own.SingleOrDefaultAsync(e => e.Id == before, cancellationToken) is { } last)
            shown = own.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.EarnedAt, e.Id), ValueTuple.Create(last.EarnedAt, last.Id)));
        var found = await shown.Include(e => e.WrittenBy).OrderByDescending(e => e.EarnedAt).ThenByDescending(e => e.Id).Take(LinesPage.Size + 1).ToListAsync(cancellationToken);
        var roots = found.Select(e => e.RootId ?? e.Id).Distinct().ToList();
        var linked = await own.Where(e => roots.Contains(e.Id) || roots.Contains(e.RootId!.Value)).ToListAsync(cancellationToken);
        return new LinesPage([.. found.Take(LinesPage.Size)], linked, found.Count > LinesPage.Size);
    }

    /// <summary>Everything this member has paid for and not been given back.</summary>
    public async Task<IReadOnlyList<string>> PaidForAsync(int memberId, CancellationToken cancellationToken = default) =>
        [.. (await db.PointsEntries.Where(e => e.MemberId == memberId && e.Reason == PointsReason.OpenedResource && db.PointsEntries.Count(r => r.RootId == e.Id) % 2 == 0)
            .Select(e => e.Subject).ToListAsync(cancellationToken)).Select(PaymentSubject.Of)];

    /// <summary>Every payment this member made for one thing.</summary>
    public Task<List<Payment>> PaymentsAsync(int memberId, string subject, CancellationToken cancellationToken = default)
    {
        var again = PaymentSubject.Again(subject);
        return db.PointsEntries.Where(e => e.MemberId == memberId && e.Reason == PointsReason.OpenedResource && (e.Subject == subject || e.Subject.StartsWith(again)))
            .Select(e => new Payment(e.Id, db.PointsEntries.Count(r => r.RootId == e.Id) % 2 == 0)).ToListAsync(cancellationToken);
    }
}
