namespace Training.Portal.Features.Membership.Passkeys;

/// <summary>A key of a member's device. Only its public half is here; what it was made with is not kept.</summary>
public sealed class Passkey
{
    public int Id { get; set; }
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;

    /// <summary>Chosen by the device; unique.</summary>
    public required byte[] CredentialId { get; set; }

    /// <summary>COSE key.</summary>
    public required byte[] PublicKey { get; set; }

    /// <summary>As the device last said; one that goes backwards has been copied. Many devices always say 0.</summary>
    public long SignCount { get; set; }

    public string[] Transports { get; set; } = [];
    public bool IsBackupEligible { get; set; }
    public bool IsBackedUp { get; set; }

    /// <summary>How its owner calls it: « Ordinateur du bureau ».</summary>
    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}
