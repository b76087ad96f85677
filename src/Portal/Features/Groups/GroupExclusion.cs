using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>A member whom an animator removed: comes back by an animator's invitation, not alone.</summary>
public sealed class GroupExclusion
{
    public int GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;
    public int ById { get; set; }
    public Member By { get; set; } = null!;
    public DateTimeOffset At { get; set; }
}
