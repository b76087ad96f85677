using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups;

/// <summary>A professional network, behind one of four doors.</summary>
public sealed class Group
{
    public int Id { get; set; }

    /// <summary>Name in addresses: lower case, digits, hyphens; unique.</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>What the group is for, in Markdown.</summary>
    public string Purpose { get; set; } = "";

    public GroupDoor Door { get; set; }

    public GroupTheme Theme { get; set; } = GroupTheme.Other;

    /// <summary>Code of a <see cref="Territories"/>: the whole country, a région or a département.</summary>
    public string Territory { get; set; } = Territories.National;

    /// <summary>Whom the group is for.</summary>
    public PublicServices Audience { get; set; } = PublicServices.Territorial;

    /// <summary>The one collectivité that may see a <see cref="GroupDoor.Collectivite"/> group.</summary>
    public int? CollectiviteId { get; set; }

    public Collectivite? Collectivite { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public List<GroupMembership> Memberships { get; } = [];
}

/// <summary>Who sees the group and how one comes in: <see cref="GroupAccess"/>.</summary>
public enum GroupDoor
{
    /// <summary>Every agent sees it and joins.</summary>
    Open,

    /// <summary>Every agent knows of it; an animator lets in, and only those inside see more than its name and purpose.</summary>
    OnApproval,

    /// <summary>For the agents of one collectivité; it does not exist for anyone else.</summary>
    Collectivite,

    /// <summary>For those invited; it does not exist for anyone else.</summary>
    Invitation,
}

/// <summary>The trade a group is about.</summary>
public enum GroupTheme
{
    Other,
    Administration,
    CivilRegistry,
    Culture,
    Digital,
    Education,
    Environment,
    Finance,
    Health,
    HumanResources,
    Law,
    Planning,
    Procurement,
    Safety,
    Social,
    Works,
}

/// <summary>The three public services.</summary>
[Flags]
public enum PublicServices
{
    None = 0,
    State = 1,
    Territorial = 2,
    Hospital = 4,
}
