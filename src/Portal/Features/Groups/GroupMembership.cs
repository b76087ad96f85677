using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>One member in one group.</summary>
public sealed class GroupMembership
{
    public int GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;
    public GroupRole Role { get; set; }
    public DateTimeOffset JoinedAt { get; set; }
}

/// <summary>Ordered: each role may do what the one before may.</summary>
public enum GroupRole
{
    Member,
    Trainer,
    Animator,
}
