namespace Training.Portal.Features.Membership;

/// <summary>A mail domain and a collectivité. Many-to-many: a domain may serve several bodies, a body several domains.</summary>
public sealed class CollectiviteDomain
{
    public int Id { get; set; }
    public int CollectiviteId { get; set; }
    public Collectivite Collectivite { get; set; } = null!;

    /// <summary>Whole host in ASCII (IDNA), lower case, no trailing dot.</summary>
    public required string Domain { get; set; }

    public DomainState State { get; set; } = DomainState.Official;
}
