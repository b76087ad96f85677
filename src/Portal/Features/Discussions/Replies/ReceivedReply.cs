using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions.Replies;

/// <summary>A mail that came to a reply address: written in the transaction of what became of it, so that the same mail twice is one post and one answer.</summary>
public sealed class ReceivedReply
{
    public long Id { get; set; }
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;
    public int TopicId { get; set; }

    /// <summary>SHA-256 of its Message-ID (of its bytes when it has none), in hexadecimal.</summary>
    public required string MessageKey { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The post it became.</summary>
    public long? PostId { get; set; }

    /// <summary>Why it became none.</summary>
    public ReplyRefusal? Refusal { get; set; }

    /// <summary>A letter told the member so; only so many do in one day.</summary>
    public bool Answered { get; set; }
}
