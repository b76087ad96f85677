using Training.Portal.Features.Discussions;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.TestKit.Domain;

public sealed partial class Given
{
    /// <summary>A topic with its first post.</summary>
    public async Task<Topic> TopicAsync(Group group, Member author, string? title = null, string text = "Bonjour à tous")
    {
        var now = clock.GetUtcNow();
        var topic = await StoredAsync(new Topic
        {
            GroupId = group.Id,
            Title = title ?? $"Discussion {Next()}",
            AuthorId = author.Id,
            CreatedAt = now,
            LastPostAt = now,
            Posts = 1,
            ClientKey = Guid.NewGuid(),
        });
        await PostAsync(topic, author, text);
        return topic;
    }

    /// <summary>A post; the topic's count stays as it is.</summary>
    public Task<Post> PostAsync(Topic topic, Member author, string text) =>
        StoredAsync(new Post { TopicId = topic.Id, AuthorId = author.Id, Text = text, PostedAt = clock.GetUtcNow(), ClientKey = Guid.NewGuid() });

    /// <summary>The charter, accepted by each.</summary>
    public async Task CharterAsync(params Member[] members)
    {
        foreach (var member in members)
            await StoredAsync(new CharterAcceptance { MemberId = member.Id, AcceptedAt = clock.GetUtcNow() });
    }
}
