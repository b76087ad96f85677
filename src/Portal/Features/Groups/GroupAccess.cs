using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>The one rule of who sees a group and everything in it, and who may act there.</summary>
public static class GroupAccess
{
    /// <summary>A private group does not exist for anyone outside its collectivité. An open group is seen by every member.</summary>
    public static bool MaySee(Group group, Reader? reader) => group.Door switch
    {
        GroupDoor.Open => reader is not null,
        GroupDoor.Collectivite => reader is not null && (reader.Administrator || reader.CollectiviteId == group.CollectiviteId),
        _ => false,
    };

    public static bool MaySchedule(GroupRole? role) => role is GroupRole.Trainer or GroupRole.Animator;

    public static bool MayNameTrainers(GroupRole? role) => role is GroupRole.Animator;
}
