using System.Security.Cryptography;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Discussions.Files;
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

    /// <summary>A file beside a post.</summary>
    public async Task<PostAttachment> AttachmentAsync(Post post, string name = "modele.txt", string text = "Contenu secret")
    {
        var content = await ContentAsync(text);
        return await StoredAsync(new PostAttachment { PostId = post.Id, Name = name, ContentType = "text/plain", Size = content.Bytes.Length, ContentHash = content.Hash });
    }

    /// <summary>The charter, accepted by each.</summary>
    public async Task CharterAsync(params Member[] members)
    {
        foreach (var member in members)
            await StoredAsync(new CharterAcceptance { MemberId = member.Id, AcceptedAt = clock.GetUtcNow() });
    }

    /// <summary>Bytes kept once, whoever names them.</summary>
    private async Task<AttachmentContent> ContentAsync(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var content = new AttachmentContent { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)), Bytes = bytes };
        await using var db = database.Open();
        if (await db.AttachmentContents.FindAsync(content.Hash) is null)
        {
            db.Add(content);
            await db.SaveChangesAsync();
        }

        return content;
    }
}
