namespace Training.Portal.Features.Resources;

/// <summary>One row of a version's table, with as many cells as it has columns.</summary>
public sealed class ResourceRow
{
    public int VersionId { get; set; }

    /// <summary>Order in the file, from 1.</summary>
    public int Position { get; set; }

    public string[] Cells { get; set; } = [];
}
