using Training.Portal.Features.Attachments;

namespace Training.Portal.Features.Conferences.Documents;

/// <summary>When a document is of use.</summary>
public enum DocumentMoment
{
    /// <summary>To be read before coming.</summary>
    Before,

    /// <summary>What one takes home: slides, answers, links.</summary>
    After,
}

/// <summary>A file beside a conference; who reads it is <see cref="DocumentRule"/>.</summary>
public sealed class ConferenceDocument
{
    public long Id { get; set; }
    public int ConferenceId { get; set; }
    public DocumentMoment Moment { get; set; }
    public required string Name { get; set; }

    /// <summary>As its content says.</summary>
    public required string ContentType { get; set; }

    /// <summary>Bytes.</summary>
    public int Size { get; set; }

    public required string ContentHash { get; set; }
    public AttachmentContent Content { get; set; } = null!;
    public DateTimeOffset AddedAt { get; set; }
}
