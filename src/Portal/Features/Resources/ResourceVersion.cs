using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

/// <summary>One state of a resource's content. The published one of the highest number is what readers see; earlier ones stay readable.</summary>
public sealed class ResourceVersion
{
    public int Id { get; set; }
    public int ResourceId { get; set; }
    public Resource Resource { get; set; } = null!;

    /// <summary>1, 2, 3…</summary>
    public int Number { get; set; }

    public required string Title { get; set; }

    /// <summary>What it brings, in one or two sentences: read by everybody, before opening it.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; set; } = "";

    /// <summary>Names of the table's columns; empty without a table.</summary>
    public string[] Columns { get; set; } = [];

    public int RowCount { get; set; }
    public ResourceState State { get; set; }
    public int WrittenById { get; set; }
    public Member WrittenBy { get; set; } = null!;
    public DateTimeOffset ChangedAt { get; set; }
    public int? ReviewedById { get; set; }
    public Member? ReviewedBy { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }

    /// <summary>What the animator asks for, when it was sent back.</summary>
    public string? ReviewNote { get; set; }

    public List<ResourceAttachment> Attachments { get; } = [];
}

/// <summary>Draft → Submitted → Published, or back to Draft with a note.</summary>
public enum ResourceState
{
    Draft,
    Submitted,
    Published,
}
