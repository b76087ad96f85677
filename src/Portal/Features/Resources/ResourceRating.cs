namespace Training.Portal.Features.Resources;

/// <summary>One reader's word on a resource: useful or not. Never its author's, by constraint.</summary>
public sealed class ResourceRating
{
    public int ResourceId { get; set; }
    public int MemberId { get; set; }

    /// <summary>The resource's author, kept here for the constraint.</summary>
    public int AuthorId { get; set; }

    public bool Useful { get; set; }
    public DateTimeOffset RatedAt { get; set; }
}
