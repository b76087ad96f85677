namespace Training.Portal.Features.Groups;

/// <summary>Why something is refused in a group.</summary>
public enum GroupRefusal
{
    /// <summary>A group always keeps one animator.</summary>
    LastAnimator,

    /// <summary>Only animators change roles.</summary>
    NotAnimator,

    /// <summary>One comes in by another door: an approval, or an invitation.</summary>
    DoorClosed,

    /// <summary>An animator removed this person, who comes back when an animator invites.</summary>
    Excluded,

    /// <summary>An animator refused not long ago.</summary>
    RefusedRecently,

    /// <summary>The request was answered already, or withdrawn.</summary>
    NoSuchRequest,

    /// <summary>The person is not in the group, or no longer.</summary>
    NoSuchMember,
}
