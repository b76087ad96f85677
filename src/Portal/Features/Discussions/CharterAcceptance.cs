using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions;

/// <summary>A member read the charter (the <em>devoir de réserve</em> above all) and accepted it, once.</summary>
public sealed class CharterAcceptance
{
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;
    public DateTimeOffset AcceptedAt { get; set; }
}
