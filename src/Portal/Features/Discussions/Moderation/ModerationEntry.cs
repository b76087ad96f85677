using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions.Moderation;

/// <summary>One act of moderation, written in the transaction of the act; never changed.</summary>
public sealed class ModerationEntry
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }
    public int ById { get; set; }
    public Member By { get; set; } = null!;
    public int GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public ModerationAct Act { get; set; }

    /// <summary>The topic's title or the member's name, as it was.</summary>
    public string Subject { get; set; } = "";

    public int? TopicId { get; set; }
    public long? PostId { get; set; }
    public int? MemberId { get; set; }
    public string Reason { get; set; } = "";
}

public enum ModerationAct
{
    Pinned,
    Unpinned,
    Closed,
    Reopened,
    Reported,
    Hidden,
    Shown,

    /// <summary>Reported, looked at, left as it is.</summary>
    Kept,
    MemberRemoved,
}
