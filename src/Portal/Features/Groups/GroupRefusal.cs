namespace Training.Portal.Features.Groups;

/// <summary>Why something is refused in a group.</summary>
public enum GroupRefusal
{
    /// <summary>A group always keeps one animator.</summary>
    LastAnimator,

    /// <summary>Only animators change roles.</summary>
    NotAnimator,

    /// <summary>The person is not in the group, or no longer.</summary>
    NoSuchMember,
}
