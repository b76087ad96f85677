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

    /// <summary>The last code received on the mailbox.</summary>
    public DateTimeOffset ProvedAt { get; set; }

    public MemberProof Proof { get; set; }

    /// <summary>When the town hall, a referent, an administrator or ProConnect last spoke for the member; null when the domain does.</summary>
    public DateTimeOffset? VouchedAt { get; set; }

    /// <summary>A referent said that the agent has left.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Answers for the agents of the collectivité since then.</summary>
    public DateTimeOffset? ReferentSince { get; set; }

    /// <summary>What the member does there, in free words.</summary>
    public string? Function { get; set; }

    public Trade? Trade { get; set; }

    /// <summary>Where the member works, in free words: « Pays de Bray », « canton de Vire ».</summary>
    public string? Territory { get; set; }

    /// <summary>Name, function and territory as one searches them; the database writes it.</summary>
    public string PlainProfile { get; private set; } = "";

    public ProfileAudience Audience { get; set; }

    /// <summary>Whoever sees the profile sees the address too.</summary>
    public bool ShowsAddress { get; set; }

    /// <summary>Changes when every session of this member must end.</summary>
    public Guid SessionStamp { get; set; }
}
