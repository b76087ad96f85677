using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>A group in the list, as one reader may know it.</summary>
/// <param name="NextStartsAt">When its next conference starts, if one is planned.</param>
public sealed record GroupLine(
    string Slug, string Name, GroupDoor Door, GroupTheme Theme, string Territory, PublicServices Audience,
    string? Collectivite, int Members, GroupRole? Role, DateTimeOffset? NextStartsAt);

/// <summary>What one looks for in the list; null leaves a facet out.</summary>
public sealed record GroupFilter(GroupTheme? Theme = null, string? Territory = null, PublicServices? Audience = null)
{
    public bool IsEmpty => this == new GroupFilter();

    public IQueryable<Group> Of(IQueryable<Group> groups) => groups.Where(g =>
        (Theme == null || g.Theme == Theme) && (Territory == null || g.Territory == Territory) && (Audience == null || (g.Audience & Audience.Value) != 0));
}

/// <summary>The groups a reader may know, by name.</summary>
public sealed class GroupList(TrainingDb db, TimeProvider clock)
{
    public Task<List<GroupLine>> ForAsync(Reader reader, GroupFilter filter, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var entered = db.Groups.Where(GroupAccess.EnteredBy(reader));
        return filter.Of(db.Groups.Where(GroupAccess.SeenBy(reader))).OrderBy(g => g.Name)
            .Select(g => new GroupLine(
                g.Slug, g.Name, g.Door, g.Theme, g.Territory, g.Audience, g.Collectivite!.Name, g.Memberships.Count,
                g.Memberships.Where(m => m.MemberId == reader.MemberId).Select(m => (GroupRole?)m.Role).SingleOrDefault(),
                db.Conferences.Where(c => c.GroupId == g.Id && entered.Any(e => e.Id == g.Id) && c.State == ConferenceState.Planned && c.StartsAt > now)
                    .Min(c => (DateTimeOffset?)c.StartsAt)))
            .ToListAsync(cancellationToken);
    }
}
