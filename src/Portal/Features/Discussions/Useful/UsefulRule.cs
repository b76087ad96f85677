namespace Training.Portal.Features.Discussions.Useful;

/// <summary>Why an answer is not marked, or keeps its mark.</summary>
public enum UsefulRefusal
{
    /// <summary>Only whoever opened the topic says which answer helped.</summary>
    NotYours,

    /// <summary>Not in this topic, hidden, or one's own.</summary>
    NoSuchAnswer,

    /// <summary>The points it earned are spent already: they cannot be taken back, and the mark stays with them.</summary>
    AlreadySpent,
}

/// <summary>The one rule of which answers one may find useful: others' answers to one's own question.</summary>
public static class UsefulRule
{
    public static bool MayMark(TopicSight sight, int authorId) => IsAsker(sight) && authorId != sight.Topic.AuthorId;

    /// <param name="post">Null when the topic has no such post.</param>
    public static UsefulRefusal? Refusal(TopicSight sight, Post? post) =>
        !IsAsker(sight) ? UsefulRefusal.NotYours
        : post is null || post.HiddenAt is not null || !MayMark(sight, post.AuthorId) ? UsefulRefusal.NoSuchAnswer
        : null;

    private static bool IsAsker(TopicSight sight) => sight.Topic.AuthorId == sight.Group.Reader.MemberId && PostRule.MayWrite(sight.Group);
}
