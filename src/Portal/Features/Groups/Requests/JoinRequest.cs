using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups.Requests;

/// <summary>A member asks to be let into a group; an animator answers. One unanswered request per pair (unique partial index).</summary>
public sealed class JoinRequest
{
    public int Id { get; set; }
    public int GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;

    /// <summary>What the member said, in plain words.</summary>
    public string Message { get; set; } = "";

    public DateTimeOffset AskedAt { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public int? AnsweredById { get; set; }
    public Member? AnsweredBy { get; set; }

    /// <summary>Null until answered.</summary>
    public bool? Accepted { get; set; }
}
