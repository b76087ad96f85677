using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Training.Portal.Data;
using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Discussions.Moderation;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Groups;

/// <summary>Joining, leaving, removing and naming. Changes of one group happen one after the other, so that its last animator stays.</summary>
public sealed class GroupDesk(TrainingDb db, TimeProvider clock)
{
    /// <summary>Joining twice is joining once.</summary>
    public async Task<GroupRefusal?> JoinAsync(GroupSight sight, CancellationToken cancellationToken = default)
    {
        if (sight.Role is not null)
            return null;
        if (GroupAccess.Entrance(sight.Group.Door) != GroupEntrance.Join)
            return GroupRefusal.DoorClosed;
        await using var transaction = await LockAsync(sight.Group.Id, cancellationToken);
        if (await IsExcludedAsync(sight.Group.Id, sight.Reader.MemberId, cancellationToken))
            return GroupRefusal.Excluded;
        await AdmitAsync(sight.Group.Id, sight.Reader.MemberId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    public async Task<GroupRefusal?> LeaveAsync(GroupSight sight, CancellationToken cancellationToken = default)
    {
        await using var transaction = await LockAsync(sight.Group.Id, cancellationToken);
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

    /// <summary>Who is removed comes back by invitation alone.</summary>
    public async Task<GroupRefusal?> RemoveAsync(GroupSight sight, int memberId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await LockAsync(sight.Group.Id, cancellationToken);
        var theirs = await MembershipAsync(sight, memberId, cancellationToken);
        var by = await ActingAsync(sight, cancellationToken);
        if (GroupRoleRule.RefusalToRemove(by, theirs?.Role, await AnimatorsAsync(sight, cancellationToken)) is { } refusal)
            return refusal;
        db.GroupMemberships.Remove(theirs!);
        db.ModerationEntries.Add(await RemovalAsync(sight, memberId, cancellationToken));
        if (!await IsExcludedAsync(sight.Group.Id, memberId, cancellationToken))
            db.GroupExclusions.Add(new GroupExclusion { GroupId = sight.Group.Id, MemberId = memberId, ById = sight.Reader.MemberId, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    public async Task<GroupRefusal?> NameAsync(GroupSight sight, int memberId, GroupRole role, CancellationToken cancellationToken = default)
    {
        await using var transaction = await LockAsync(sight.Group.Id, cancellationToken);
        var by = await ActingAsync(sight, cancellationToken);
        var theirs = await MembershipAsync(sight, memberId, cancellationToken);
        var animators = await AnimatorsAsync(sight, cancellationToken);
        if (GroupRoleRule.RefusalToName(by, theirs?.Role, role, animators) is { } refusal)
            return refusal;
        theirs!.Role = role;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private async Task<ModerationEntry> RemovalAsync(GroupSight sight, int memberId, CancellationToken cancellationToken) => new()
    {
        At = clock.GetUtcNow(),
        ById = sight.Reader.MemberId,
        GroupId = sight.Group.Id,
        Act = ModerationAct.MemberRemoved,
        MemberId = memberId,
        Subject = await db.Members.Where(m => m.Id == memberId).Select(m => m.Name).SingleAsync(cancellationToken),
    };

    /// <summary>Makes a member of someone whom a rule lets in; in the caller's transaction. Who is one already stays as they are.</summary>
    internal async Task AdmitAsync(int groupId, int memberId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO group_memberships (group_id, member_id, role, joined_at)
             VALUES ({groupId}, {memberId}, {nameof(GroupRole.Member)}, {clock.GetUtcNow()})
             ON CONFLICT DO NOTHING
             """,
            cancellationToken);
        await WelcomeToDigestAsync(memberId, cancellationToken);
        await db.GroupExclusions.Where(e => e.GroupId == groupId && e.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.JoinRequests.Where(r => r.GroupId == groupId && r.MemberId == memberId && r.AnsweredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.AnsweredAt, clock.GetUtcNow()).SetProperty(r => r.Accepted, true), cancellationToken);
    }

    /// <summary>From the first group on, what is new comes once a week, until the member chooses otherwise.</summary>
    private Task<int> WelcomeToDigestAsync(int memberId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var next = DigestRule.Next(DigestRhythm.Weekly, now, TimeZoneInfo.FindSystemTimeZoneById(ReaderZone.Default));
        return db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO digest_settings (member_id, rhythm, next_at, since) VALUES ({memberId}, {nameof(DigestRhythm.Weekly)}, {next}, {now})
             ON CONFLICT DO NOTHING
             """,
            cancellationToken);
    }

    internal Task<bool> IsExcludedAsync(int groupId, int memberId, CancellationToken cancellationToken) =>
        db.GroupExclusions.AnyAsync(e => e.GroupId == groupId && e.MemberId == memberId, cancellationToken);

    internal async Task<IDbContextTransaction> LockAsync(int groupId, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM groups WHERE id = {groupId} FOR UPDATE", cancellationToken);
        return transaction;
    }

    /// <summary>Asked again under the lock: the page may be old.</summary>
    internal async Task<bool> StillAnimatesAsync(GroupSight sight, CancellationToken cancellationToken) =>
        GroupAccess.MayAnimate(await ActingAsync(sight, cancellationToken));

    private async Task<GroupRole?> ActingAsync(GroupSight sight, CancellationToken cancellationToken) =>
        sight.ActingAs((await MembershipAsync(sight, sight.Reader.MemberId, cancellationToken))?.Role);

    private Task<GroupMembership?> MembershipAsync(GroupSight sight, int memberId, CancellationToken cancellationToken) =>
        db.GroupMemberships.SingleOrDefaultAsync(m => m.GroupId == sight.Group.Id && m.MemberId == memberId, cancellationToken);

    private Task<int> AnimatorsAsync(GroupSight sight, CancellationToken cancellationToken) =>
        db.GroupMemberships.CountAsync(m => m.GroupId == sight.Group.Id && m.Role == GroupRole.Animator, cancellationToken);
}
