using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

/// <summary>The one rule of who writes, reviews and opens resources. Who knows of them is the group's rule.</summary>
public static class ResourceAccess
{
    public static bool MayWrite(GroupRole? role) => role is not null;

    public static bool MayReview(GroupRole? role, Reader reader) => role == GroupRole.Animator || reader.Administrator;

    /// <param name="level">The reader's level, 0 to 5.</param>
    /// <param name="paid">A payment of the reader's holds: it opens for ever, whatever the door has become.</param>
    /// <param name="keeper">Its author, or who may review it.</param>
    public static ResourceStanding Standing(Resource resource, int level, bool paid, bool keeper) => resource.Door switch
    {
        _ when keeper || paid => ResourceStanding.Open,
        ResourceDoor.Level when level < resource.FromLevel => ResourceStanding.NeedsLevel,
        ResourceDoor.Price => ResourceStanding.NeedsPoints,
        _ => ResourceStanding.Open,
    };

    /// <summary>Readers rate what they can read; authors do not rate themselves.</summary>
    public static bool MayRate(ResourceSight sight) => sight.Standing == ResourceStanding.Open && !sight.IsAuthor && sight.Published is not null;
}

/// <summary>What stands between a reader and a resource.</summary>
public enum ResourceStanding
{
    Open,
    NeedsLevel,
    NeedsPoints,
}
