using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Resources;

/// <summary>Something a group keeps for its members. What it says is in its versions.</summary>
public sealed class Resource
{
    public int Id { get; set; }
    public int GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public int AuthorId { get; set; }
    public Member Author { get; set; } = null!;
    public ResourceKind Kind { get; set; }
    public ResourceDoor Door { get; set; }

    /// <summary>1 to 5, for <see cref="ResourceDoor.Level"/> alone.</summary>
    public int? FromLevel { get; set; }

    /// <summary>Points, for <see cref="ResourceDoor.Price"/> alone.</summary>
    public int? Price { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public List<ResourceVersion> Versions { get; } = [];
}
