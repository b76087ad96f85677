using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>A group in the list, as one reader may know it.</summary>
/// <param name="NextStartsAt">When its next conference starts, if one is planned.</param>
public sealed record GroupLine(
    string Slug, string Name, GroupDoor Door, string? Collectivite, int Members, GroupRole? Role, DateTimeOffset? NextStartsAt);

/// <summary>The groups a reader may know, by name.</summary>
public sealed class GroupList(TrainingDb db, TimeProvider clock)
{
    public Task<List<GroupLine>> ForAsync(Reader reader, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        return db.Groups.Where(GroupAccess.SeenBy(reader)).OrderBy(g => g.Name)
            .Select(g => new GroupLine(
                g.Slug, g.Name, g.Door, g.Collectivite!.Name, g.Memberships.Count,
                g.Memberships.Where(m => m.MemberId == reader.MemberId).Select(m => (GroupRole?)m.Role).SingleOrDefault(),
                db.Conferences.Where(c => c.GroupId == g.Id && c.State == ConferenceState.Planned && c.StartsAt > now)
                    .Min(c => (DateTimeOffset?)c.StartsAt)))
            .ToListAsync(cancellationToken);
    }
}
