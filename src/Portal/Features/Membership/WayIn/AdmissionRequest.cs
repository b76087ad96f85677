namespace Training.Portal.Features.Membership.WayIn;

/// <summary>
/// Somebody whose mailbox is proved, and whom nothing yet ties to the collectivité named. Holds no code: it is derived from the key
/// and this row's id.
/// </summary>
public sealed class AdmissionRequest
{
    public Guid Id { get; set; }

    /// <summary>The proved mailbox, canonical.</summary>
    public required string Address { get; set; }

    public required string Name { get; set; }
    public int CollectiviteId { get; set; }
    public Collectivite Collectivite { get; set; } = null!;
    public string Language { get; set; } = "fr";
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>The official mailbox the code went to; null when the collectivité has none.</summary>
    public string? ContactAddress { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
    public int WrongTries { get; set; }
    public AdmissionState State { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The referent or administrator who decided; null when the code did.</summary>
    public int? DecidedById { get; set; }
}

public enum AdmissionState
{
    Pending,
    Admitted,
    Refused,

    /// <summary>The same person asked anew.</summary>
    Replaced,
}
