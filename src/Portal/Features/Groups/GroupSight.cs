using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>A group as one reader may know it.</summary>
/// <param name="Role">The reader's role in it, null when not a member of it.</param>
public sealed record GroupSight(Group Group, Reader Reader, GroupRole? Role);

/// <summary>The one way to a group for pages: null whenever the reader may not know that it exists.</summary>
public sealed class GroupFinder(TrainingDb db)
{
    public async Task<GroupSight?> FindAsync(string slug, Reader? reader, CancellationToken cancellationToken = default)
    {
        var group = await db.Groups.Include(g => g.Collectivite).SingleOrDefaultAsync(g => g.Slug == slug, cancellationToken);
        if (group is null || reader is null || !GroupAccess.MaySee(group, reader))
            return null;
        return new GroupSight(group, reader, await RoleAsync(group.Id, reader.MemberId, cancellationToken));
    }

    private Task<GroupRole?> RoleAsync(int groupId, int memberId, CancellationToken cancellationToken) =>
        db.GroupMemberships.Where(m => m.GroupId == groupId && m.MemberId == memberId)
            .Select(m => (GroupRole?)m.Role).SingleOrDefaultAsync(cancellationToken);
}
