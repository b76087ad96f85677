using System.Linq.Expressions;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>
/// The one rule of who knows of a group, who is inside, and who may act there. To know of it is to see its name and purpose;
/// everything else (members, conferences, rooms, replays, discussions, files, mail) is inside.
/// </summary>
public static class GroupAccess
{
    /// <summary>May know that the group exists.</summary>
    /// <param name="role">The reader's role in it, null when not a member of it.</param>
    public static bool MaySee(Group group, Reader? reader, GroupRole? role) => MaySee(group.Door, group.CollectiviteId, reader, role);

    /// <inheritdoc cref="MaySee(Group, Reader?, GroupRole?)"/>
    public static bool MaySee(GroupDoor door, int? collectiviteId, Reader? reader, GroupRole? role) =>
        MayEnter(door, collectiviteId, reader, role) || (door == GroupDoor.OnApproval && reader is not null);

    /// <summary>May see what is inside. A membership opens every door but that of a collectivité one has left.</summary>
    public static bool MayEnter(Group group, Reader? reader, GroupRole? role) => MayEnter(group.Door, group.CollectiviteId, reader, role);

    /// <inheritdoc cref="MayEnter(Group, Reader?, GroupRole?)"/>
    public static bool MayEnter(GroupDoor door, int? collectiviteId, Reader? reader, GroupRole? role) => reader is not null && door switch
    {
        GroupDoor.Open => true,
        GroupDoor.Collectivite => reader.Administrator || reader.CollectiviteId == collectiviteId,
        GroupDoor.OnApproval or GroupDoor.Invitation => reader.Administrator || role is not null,
        _ => false,
    };

    /// <summary><see cref="MaySee(Group, Reader?, GroupRole?)"/> as a filter for lists. A test holds the two together.</summary>
    public static Expression<Func<Group, bool>> SeenBy(Reader reader) => group =>
        group.Door == GroupDoor.Open
        || group.Door == GroupDoor.OnApproval
        || reader.Administrator
        || (group.Door == GroupDoor.Collectivite && reader.CollectiviteId == group.CollectiviteId)
        || (group.Door == GroupDoor.Invitation && group.Memberships.Any(m => m.MemberId == reader.MemberId));

    /// <summary><see cref="MayEnter(Group, Reader?, GroupRole?)"/> as a filter for lists. A test holds the two together.</summary>
    public static Expression<Func<Group, bool>> EnteredBy(Reader reader) => group =>
        group.Door == GroupDoor.Open
        || reader.Administrator
        || (group.Door == GroupDoor.Collectivite && reader.CollectiviteId == group.CollectiviteId)
        || ((group.Door == GroupDoor.OnApproval || group.Door == GroupDoor.Invitation)
            && group.Memberships.Any(m => m.MemberId == reader.MemberId));

    /// <summary>Title, date and programme of its conferences are public: visitors see them, and nothing else.</summary>
    public static bool IsPublic(Group group) => group.Door == GroupDoor.Open;

    /// <summary><see cref="IsPublic"/> as a filter for lists.</summary>
    public static Expression<Func<Group, bool>> Public => group => group.Door == GroupDoor.Open;

    /// <summary>How one who sees the group becomes a member of it.</summary>
    public static GroupEntrance Entrance(GroupDoor door) => door switch
    {
        GroupDoor.Open or GroupDoor.Collectivite => GroupEntrance.Join,
        GroupDoor.OnApproval => GroupEntrance.Ask,
        _ => GroupEntrance.Invitation,
    };

    /// <summary>An invitation opens every door but another collectivité's.</summary>
    public static bool MayAcceptInvitation(GroupDoor door, int? collectiviteId, Reader reader) =>
        door != GroupDoor.Collectivite || reader.CollectiviteId == collectiviteId;

    public static bool MaySchedule(GroupRole? role) => role is GroupRole.Trainer or GroupRole.Animator;

    /// <summary>Lets in, invites, pins, closes, hides, removes.</summary>
    public static bool MayAnimate(GroupRole? role) => role is GroupRole.Animator;

    public static bool MayNameTrainers(GroupRole? role) => role is GroupRole.Animator;

    /// <summary>Groups are opened by the portal's administrators.</summary>
    public static bool MayCreate(Reader? reader) => reader is { Administrator: true };
}

/// <summary>The way into a group that one sees.</summary>
public enum GroupEntrance
{
    Join,
    Ask,
    Invitation,
}
