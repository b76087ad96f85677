namespace Training.Portal.Features.Membership;

/// <summary>An agent whose professional mailbox proved a collectivité.</summary>
public sealed class Member
{
    public int Id { get; set; }

    /// <summary>Canonical form of the proved mailbox; unique.</summary>
    public required string Address { get; set; }

    public required string Name { get; set; }
    public int CollectiviteId { get; set; }
    public Collectivite Collectivite { get; set; } = null!;

    /// <summary>IANA zone in which this reader sees times.</summary>
    public string TimeZone { get; set; } = "Europe/Paris";

    public string Language { get; set; } = "fr";
    public bool Administrator { get; set; }
    public DateTimeOffset JoinedAt { get; set; }
    public DateTimeOffset ProvedAt { get; set; }

    /// <summary>Changes when every session of this member must end.</summary>
    public Guid SessionStamp { get; set; }
}
