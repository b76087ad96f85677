using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>How often a member made the reply addresses of earlier letters void. No row is round 0.</summary>
public sealed class ReplyRound
{
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;
    public int Round { get; set; }
}
