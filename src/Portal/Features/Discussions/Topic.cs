using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Discussions;

/// <summary>A subject discussed in a group: a title and posts. Seen by whoever is inside the group.</summary>
public sealed class Topic
{
    public int Id { get; set; }
    public int GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public required string Title { get; set; }
    public int AuthorId { get; set; }
    public Member Author { get; set; } = null!;
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset LastPostAt { get; set; }

    /// <summary>Posts it holds, hidden ones included.</summary>
    public int Posts { get; set; }

    /// <summary>Pinned topics come first in the list.</summary>
    public DateTimeOffset? PinnedAt { get; set; }

    /// <summary>Nobody answers any more.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Its first post is hidden: only animators find it.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    /// <summary>The same page sent twice makes one topic.</summary>
    public Guid ClientKey { get; set; }
}
