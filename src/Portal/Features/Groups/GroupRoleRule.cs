namespace Training.Portal.Features.Groups;

/// <summary>The one rule of roles in a group: animators name, and a group that has animators keeps one.</summary>
public static class GroupRoleRule
{
    /// <param name="role">The leaving member's role.</param>
    /// <param name="animators">Animators of the group before the change.</param>
    public static GroupRefusal? RefusalToLeave(GroupRole role, int animators) =>
        role == GroupRole.Animator && animators == 1 ? GroupRefusal.LastAnimator : null;

    /// <param name="by">Role of who asks, null when not a member.</param>
    /// <param name="from">Present role of the person named, null when not a member.</param>
    public static GroupRefusal? RefusalToName(GroupRole? by, GroupRole? from, GroupRole to, int animators)
    {
        if (!GroupAccess.MayNameTrainers(by))
            return GroupRefusal.NotAnimator;
        if (from is null)
            return GroupRefusal.NoSuchMember;
        return from == GroupRole.Animator && to != GroupRole.Animator && animators == 1 ? GroupRefusal.LastAnimator : null;
    }

    /// <inheritdoc cref="RefusalToName"/>
    public static GroupRefusal? RefusalToRemove(GroupRole? by, GroupRole? from, int animators)
    {
        if (!GroupAccess.MayAnimate(by))
            return GroupRefusal.NotAnimator;
        return from is null ? GroupRefusal.NoSuchMember : RefusalToLeave(from.Value, animators);
    }
}
