namespace Training.Portal.Features.Membership;

/// <summary>A domain that was public once and is not any more: no file brings it back.</summary>
public sealed class LapsedDomain
{
    /// <summary>In the canonical form of <see cref="CollectiviteDomain.Domain"/>.</summary>
    public required string Domain { get; set; }

    public DateTimeOffset ListedAt { get; set; }
}
