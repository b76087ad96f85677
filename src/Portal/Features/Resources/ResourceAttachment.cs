using Training.Portal.Features.Attachments;

namespace Training.Portal.Features.Resources;

/// <summary>A file beside a version's text.</summary>
public sealed class ResourceAttachment
{
    public int Id { get; set; }
    public int VersionId { get; set; }
    public ResourceVersion Version { get; set; } = null!;
    public required string Name { get; set; }

    /// <summary>As its content says.</summary>
    public required string ContentType { get; set; }

    /// <summary>Bytes.</summary>
    public int Size { get; set; }

    public required string ContentHash { get; set; }
    public AttachmentContent Content { get; set; } = null!;
}
