using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Calendars.Feeds;

/// <summary>Gives personal links and takes them back, and says who holds one.</summary>
public sealed class FeedLinks(TrainingDb db, FeedTokens tokens, SessionGate gate, TimeProvider clock)
{
    /// <summary>The member's token; null before there is one.</summary>
    public async Task<string?> TokenOfAsync(int memberId, CancellationToken cancellationToken = default) =>
        await db.FeedLinks.Where(l => l.MemberId == memberId).Select(l => (Guid?)l.Id).SingleOrDefaultAsync(cancellationToken) is { } id ? tokens.Of(id) : null;

    /// <summary>The first, or a new one in the place of the former, which is dead from then on.</summary>
    public Task RenewAsync(int memberId, CancellationToken cancellationToken = default)
    {
        var (id, now) = (Guid.NewGuid(), clock.GetUtcNow());
        return db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO feed_links (member_id, id, token_hash, created_at) VALUES ({memberId}, {id}, {FeedTokens.HashOf(tokens.Of(id))}, {now})
             ON CONFLICT (member_id) DO UPDATE SET id = excluded.id, token_hash = excluded.token_hash, created_at = excluded.created_at
             """,
            cancellationToken);
    }

    public Task RevokeAsync(int memberId, CancellationToken cancellationToken = default) =>
        db.FeedLinks.Where(l => l.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Whose link this is, as the database says now; null for one that is none any more, and for whoever is not awake.</summary>
    public async Task<MemberStanding?> HolderAsync(string token, CancellationToken cancellationToken = default)
    {
        if (FeedTokens.HashOf(token) is not { } hash)
            return null;
        var member = await db.FeedLinks.Where(l => l.TokenHash == hash).Select(l => (int?)l.MemberId).SingleOrDefaultAsync(cancellationToken);
        return member is { } id ? await gate.NowAsync(id, cancellationToken) : null;
    }
}
