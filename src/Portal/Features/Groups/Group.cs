using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>A professional network: open to a trade, or private to one collectivité.</summary>
public sealed class Group
{
    public int Id { get; set; }

    /// <summary>Name in addresses: lower case, digits, hyphens; unique.</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>What the group is for, in Markdown.</summary>
    public string Purpose { get; set; } = "";

    public GroupDoor Door { get; set; }

    /// <summary>The one collectivité that may see a <see cref="GroupDoor.Collectivite"/> group.</summary>
    public int? CollectiviteId { get; set; }

    public Collectivite? Collectivite { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public List<GroupMembership> Memberships { get; } = [];
}

public enum GroupDoor
{
    Open,
    Collectivite,
}
