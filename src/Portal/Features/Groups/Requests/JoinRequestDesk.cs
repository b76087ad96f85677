using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups.Requests;

/// <summary>Asking to be let in, and answering. Each request is answered once, whoever presses first.</summary>
public sealed class JoinRequestDesk(TrainingDb db, GroupDesk groups, AnimatorPost animators, Outbox outbox, TimeProvider clock)
{
    /// <summary>Tells the animators. Asking again while nobody has answered changes nothing.</summary>
    public async Task<GroupRefusal?> AskAsync(GroupSight sight, string? message, CancellationToken cancellationToken = default)
    {
        if (sight.Role is not null)
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await RefusalAsync(sight, cancellationToken) is { } refusal)
            return refusal;
        var text = (message ?? "").Trim();
        if (await StoreAsync(sight, text, cancellationToken))
            await TellAnimatorsAsync(sight, text, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    public async Task<GroupRefusal?> AnswerAsync(GroupSight sight, int requestId, bool accept, CancellationToken cancellationToken = default)
    {
        await using var transaction = await groups.LockAsync(sight.Group.Id, cancellationToken);
        if (!await groups.StillAnimatesAsync(sight, cancellationToken))
            return GroupRefusal.NotAnimator;
        var request = await db.JoinRequests.Include(r => r.Member)
            .SingleOrDefaultAsync(r => r.Id == requestId && r.GroupId == sight.Group.Id && r.AnsweredAt == null, cancellationToken);
        if (request is null)
            return GroupRefusal.NoSuchRequest;
        (request.AnsweredAt, request.AnsweredById, request.Accepted) = (clock.GetUtcNow(), sight.Reader.MemberId, accept);
        if (accept)
            await groups.AdmitAsync(sight.Group.Id, request.MemberId, cancellationToken);
        outbox.Write(
            new GroupAnsweredFacts(sight.Group.Name, sight.Group.Slug, accept),
            request.Member.Address, $"group:{sight.Group.Id}:{request.MemberId}", request.Member.Language);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private async Task<GroupRefusal?> RefusalAsync(GroupSight sight, CancellationToken cancellationToken)
    {
        var excluded = await db.GroupExclusions.AnyAsync(e => e.GroupId == sight.Group.Id && e.MemberId == sight.Reader.MemberId, cancellationToken);
        var refusedAt = await db.JoinRequests.Where(r => r.GroupId == sight.Group.Id && r.MemberId == sight.Reader.MemberId && r.Accepted == false)
            .MaxAsync(r => r.AnsweredAt, cancellationToken);
        return JoinRequestRule.Refusal(sight.Group.Door, excluded, refusedAt, clock.GetUtcNow());
    }

    /// <summary>False when a request waits already.</summary>
    private async Task<bool> StoreAsync(GroupSight sight, string message, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO join_requests (group_id, member_id, message, asked_at)
             VALUES ({sight.Group.Id}, {sight.Reader.MemberId}, {message}, {clock.GetUtcNow()})
             ON CONFLICT DO NOTHING
             """,
            cancellationToken) == 1;

    private async Task TellAnimatorsAsync(GroupSight sight, string message, CancellationToken cancellationToken)
    {
        var asker = await db.Members.Include(m => m.Collectivite).SingleAsync(m => m.Id == sight.Reader.MemberId, cancellationToken);
        var facts = new GroupAskedFacts(sight.Group.Name, sight.Group.Slug, asker.Name, asker.Collectivite.Told(), message);
        await animators.TellAsync(sight.Group, _ => facts, $"group:{sight.Group.Id}", cancellationToken);
    }
}
