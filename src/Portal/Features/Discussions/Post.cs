using Training.Portal.Features.Discussions.Files;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions;

/// <summary>One message of a topic, in Markdown. Hidden ones stay, for the record; nobody but animators reads them.</summary>
public sealed class Post
{
    /// <summary>Rises, within a topic, in the order in which posts become visible.</summary>
    public long Id { get; set; }

    public int TopicId { get; set; }
    public Topic Topic { get; set; } = null!;
    public int AuthorId { get; set; }
    public Member Author { get; set; } = null!;
    public required string Text { get; set; }
    public DateTimeOffset PostedAt { get; set; }
    public DateTimeOffset? HiddenAt { get; set; }

    /// <summary>The same page sent twice makes one post.</summary>
    public Guid ClientKey { get; set; }

    /// <summary>When the topic's author found this answer useful.</summary>
    public DateTimeOffset? UsefulAt { get; set; }

    public List<PostAttachment> Attachments { get; } = [];
}
