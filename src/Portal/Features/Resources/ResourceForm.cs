namespace Training.Portal.Features.Resources;

/// <summary>What an author types. Nothing else is read from the request.</summary>
public sealed class ResourceForm
{
    /// <summary>Chosen once, when the resource begins.</summary>
    public ResourceKind? Kind { get; set; }

    public string? Title { get; set; }
    public string? Summary { get; set; }
    public string? Body { get; set; }

    public static ResourceForm Of(ResourceVersion version, ResourceKind kind) =>
        new() { Kind = kind, Title = version.Title, Summary = version.Summary, Body = version.Body };
}
