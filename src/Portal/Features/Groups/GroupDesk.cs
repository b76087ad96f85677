using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Groups;

/// <summary>Joining, leaving and naming. Changes of one group happen one after the other, so that its last animator stays.</summary>
public sealed class GroupDesk(TrainingDb db, TimeProvider clock)
{
    /// <summary>Joining twice is joining once.</summary>
    public Task JoinAsync(GroupSight sight, CancellationToken cancellationToken = default) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO group_memberships (group_id, member_id, role, joined_at)
            VALUES ({sight.Group.Id}, {sight.Reader.MemberId}, {nameof(GroupRole.Member)}, {clock.GetUtcNow()})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);

    public async Task<GroupRefusal?> LeaveAsync(GroupSight sight, CancellationToken cancellationToken = default)
    {
        await using var transaction = await LockAsync(sight, cancellationToken);
        var membership = await MembershipAsync(sight, sight.Reader.MemberId, cancellationToken);
        if (membership is null)
            return null;
        if (GroupRoleRule.RefusalToLeave(membership.Role, await AnimatorsAsync(sight, cancellationToken)) is { } refusal)
            return refusal;
        db.GroupMemberships.Remove(membership);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    public async Task<GroupRefusal?> NameAsync(GroupSight sight, int memberId, GroupRole role, CancellationToken cancellationToken = default)
    {
        await using var transaction = await LockAsync(sight, cancellationToken);
        var mine = await MembershipAsync(sight, sight.Reader.MemberId, cancellationToken);
        var theirs = await MembershipAsync(sight, memberId, cancellationToken);
        var animators = await AnimatorsAsync(sight, cancellationToken);
        if (GroupRoleRule.RefusalToName(mine?.Role, theirs?.Role, role, animators) is { } refusal)
            return refusal;
        theirs!.Role = role;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> LockAsync(GroupSight sight, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM groups WHERE id = {sight.Group.Id} FOR UPDATE", cancellationToken);
        return transaction;
    }

    private Task<GroupMembership?> MembershipAsync(GroupSight sight, int memberId, CancellationToken cancellationToken) =>
        db.GroupMemberships.SingleOrDefaultAsync(m => m.GroupId == sight.Group.Id && m.MemberId == memberId, cancellationToken);

    private Task<int> AnimatorsAsync(GroupSight sight, CancellationToken cancellationToken) =>
        db.GroupMemberships.CountAsync(m => m.GroupId == sight.Group.Id && m.Role == GroupRole.Animator, cancellationToken);
}
