using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>Which reply addresses still serve: those of the member's current round.</summary>
public sealed class ReplyRounds(TrainingDb db)
{
    public Task<int> OfAsync(int memberId, CancellationToken cancellationToken = default) =>
        db.ReplyRounds.Where(r => r.MemberId == memberId).Select(r => r.Round).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Only those who ever started a new round are in it.</summary>
    public Task<Dictionary<int, int>> OfAsync(IReadOnlyCollection<int> members, CancellationToken cancellationToken = default) =>
        db.ReplyRounds.Where(r => members.Contains(r.MemberId)).ToDictionaryAsync(r => r.MemberId, r => r.Round, cancellationToken);

    /// <summary>A letter was forwarded, or a mailbox read by somebody else: no address of an earlier letter serves any more.</summary>
    public Task RevokeAsync(int memberId, CancellationToken cancellationToken = default) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO reply_rounds (member_id, round) VALUES ({memberId}, 1) ON CONFLICT (member_id) DO UPDATE SET round = (reply_rounds.round + 1) % 65536",
        cancellationToken);
}
