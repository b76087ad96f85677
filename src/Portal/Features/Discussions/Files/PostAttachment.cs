using Training.Portal.Features.Attachments;

namespace Training.Portal.Features.Discussions.Files;

/// <summary>A file beside a post. It is seen as the post is: hidden with it, gone with its topic.</summary>
public sealed class PostAttachment
{
    public long Id { get; set; }
    public long PostId { get; set; }
    public Post Post { get; set; } = null!;
    public required string Name { get; set; }

    /// <summary>As its content says.</summary>
    public required string ContentType { get; set; }

    /// <summary>Bytes.</summary>
    public int Size { get; set; }

    public required string ContentHash { get; set; }
    public AttachmentContent Content { get; set; } = null!;

    public static PostAttachment Of(ReceivedFile file) =>
        new() { Name = file.Name, ContentType = file.ContentType, Size = file.Size, ContentHash = file.Hash };
}
