using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions;

/// <summary>What one member has read of one topic, and whether its posts come by mail.</summary>
public sealed class TopicReading
{
    public int TopicId { get; set; }
    public Topic Topic { get; set; } = null!;
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;

    /// <summary>Id of the last post seen; zero for none.</summary>
    public long ReadUpTo { get; set; }

    /// <summary>Null until chosen: writing or being mentioned then follows; an explicit no is kept.</summary>
    public bool? Follows { get; set; }
}
