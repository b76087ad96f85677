using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>A group as one reader may know it.</summary>
/// <param name="Role">The reader's role in it, null when not a member of it.</param>
public sealed record GroupSight(Group Group, Reader Reader, GroupRole? Role)
{
    /// <summary>The reader sees more than its name and purpose.</summary>
    public bool Inside => GroupAccess.MayEnter(Group, Reader, Role);

    /// <summary>The role the reader acts in: the portal's administrators animate every group.</summary>
    public GroupRole? Acting => ActingAs(Role);

    public bool Animates => GroupAccess.MayAnimate(Acting);

    public GroupRole? ActingAs(GroupRole? role) => Reader.Administrator ? GroupRole.Animator : role;
}

/// <summary>The one way to a group for pages: null whenever the reader may not know that it exists.</summary>
public sealed class GroupFinder(TrainingDb db)
{
    /// <summary>Its name and purpose: what stands before the door.</summary>
    public async Task<GroupSight?> FindAsync(string slug, Reader? reader, CancellationToken cancellationToken = default)
    {
        var group = await db.Groups.Include(g => g.Collectivite).SingleOrDefaultAsync(g => g.Slug == slug, cancellationToken);
        if (group is null || reader is null)
            return null;
        var role = await RoleAsync(group.Id, reader.MemberId, cancellationToken);
        return GroupAccess.MaySee(group, reader, role) ? new GroupSight(group, reader, role) : null;
    }

    /// <summary>For everything inside the group.</summary>
    public async Task<GroupSight?> FindInsideAsync(string slug, Reader? reader, CancellationToken cancellationToken = default) =>
        await FindAsync(slug, reader, cancellationToken) is { Inside: true } sight ? sight : null;

    /// <summary>For what only animators do; to everyone else it does not exist.</summary>
    public async Task<GroupSight?> FindAnimatedAsync(string slug, Reader? reader, CancellationToken cancellationToken = default) =>
        await FindAsync(slug, reader, cancellationToken) is { Animates: true } sight ? sight : null;

    private Task<GroupRole?> RoleAsync(int groupId, int memberId, CancellationToken cancellationToken) =>
        db.GroupMemberships.Where(m => m.GroupId == groupId && m.MemberId == memberId)
            .Select(m => (GroupRole?)m.Role).SingleOrDefaultAsync(cancellationToken);
}
