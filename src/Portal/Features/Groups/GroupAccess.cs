using System.Linq.Expressions;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>The one rule of who sees a group and everything in it, and who may act there.</summary>
public static class GroupAccess
{
    /// <summary>A private group does not exist for anyone outside its collectivité. An open group is seen by every member.</summary>
    public static bool MaySee(Group group, Reader? reader) => MaySee(group.Door, group.CollectiviteId, reader);

    /// <inheritdoc cref="MaySee(Group, Reader?)"/>
    public static bool MaySee(GroupDoor door, int? collectiviteId, Reader? reader) => door switch
    {
        GroupDoor.Open => reader is not null,
        GroupDoor.Collectivite => reader is not null && (reader.Administrator || reader.CollectiviteId == collectiviteId),
        _ => false,
    };

    /// <summary><see cref="MaySee(Group, Reader?)"/> as a filter for lists. A test holds the two together.</summary>
    public static Expression<Func<Group, bool>> SeenBy(Reader reader) => group =>
        group.Door == GroupDoor.Open
        || (group.Door == GroupDoor.Collectivite && (reader.Administrator || reader.CollectiviteId == group.CollectiviteId));

    /// <summary>Title, date and programme of its conferences are public: visitors see them, and nothing else.</summary>
    public static bool IsPublic(Group group) => group.Door == GroupDoor.Open;

    /// <summary><see cref="IsPublic"/> as a filter for lists.</summary>
    public static Expression<Func<Group, bool>> Public => group => group.Door == GroupDoor.Open;

    public static bool MaySchedule(GroupRole? role) => role is GroupRole.Trainer or GroupRole.Animator;

    public static bool MayNameTrainers(GroupRole? role) => role is GroupRole.Animator;

    /// <summary>Groups are opened by the portal's administrators.</summary>
    public static bool MayCreate(Reader? reader) => reader is { Administrator: true };
}
