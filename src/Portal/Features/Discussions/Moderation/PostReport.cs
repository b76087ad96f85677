using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions.Moderation;

/// <summary>A member finds that a post breaks the charter. One report per member and post.</summary>
public sealed class PostReport
{
    public int Id { get; set; }
    public long PostId { get; set; }
    public Post Post { get; set; } = null!;
    public int ReporterId { get; set; }
    public Member Reporter { get; set; } = null!;
    public required string Reason { get; set; }
    public DateTimeOffset ReportedAt { get; set; }

    /// <summary>When an animator or administrator hid the post, or found nothing wrong.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}
