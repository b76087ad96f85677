using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Letters.Bounces;

/// <summary>Mailboxes that refuse our letters: one came back for good since a code was last received there. Receiving a code is the way back.</summary>
public sealed class DeadMailboxes(TrainingDb db)
{
    /// <summary>For lists of members.</summary>
    public static Expression<Func<Member, bool>> Of(TrainingDb db) => member =>
        db.LetterBounces.Any(b => b.Kind == BounceKind.Hard && b.Address == member.Address && b.ReceivedAt > member.ProvedAt);

    /// <summary>Also for addresses that are no member's.</summary>
    public Task<bool> ContainAsync(string address, CancellationToken cancellationToken = default) => db.LetterBounces.AnyAsync(
        b => b.Kind == BounceKind.Hard && b.Address == address && !db.Members.Any(m => m.Address == address && m.ProvedAt >= b.ReceivedAt), cancellationToken);

    /// <summary>The letter that came back last, when the member's mailbox is such.</summary>
    public Task<LetterBounce?> LatestAsync(int memberId, CancellationToken cancellationToken = default) =>
        db.Members.Where(m => m.Id == memberId).Where(Of(db))
            .SelectMany(m => db.LetterBounces.Where(b => b.Kind == BounceKind.Hard && b.Address == m.Address && b.ReceivedAt > m.ProvedAt))
            .OrderByDescending(b => b.Id).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
}
