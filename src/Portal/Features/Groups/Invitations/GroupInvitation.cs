using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Groups.Invitations;

/// <summary>A way into a group that an animator gave: to one address, once, or by a link, until it expires or is revoked.</summary>
public sealed class GroupInvitation
{
    public Guid Id { get; set; }
    public int GroupId { get; set; }
    public Group Group { get; set; } = null!;

    /// <summary>SHA-256 of the token (<see cref="InvitationTokens"/>); unique. The token itself is stored nowhere.</summary>
    public required byte[] TokenHash { get; set; }

    /// <summary>Canonical form of the only mailbox it is good for; null for a link.</summary>
    public string? Address { get; set; }

    public int CreatedById { get; set; }
    public Member CreatedBy { get; set; } = null!;
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>When the addressee came in. A link stays good for others.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>How many came in by it.</summary>
    public int Uses { get; set; }
}
