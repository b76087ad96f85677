namespace Training.Portal.Features.Groups.Invitations;

/// <summary>Why an invitation does not let in.</summary>
public enum InvitationRefusal
{
    Revoked,
    Expired,

    /// <summary>It was for one person, who came in by it already.</summary>
    Used,

    /// <summary>It was sent to another mailbox than the reader's.</summary>
    OtherAddress,

    /// <summary>The group is another collectivité's.</summary>
    OtherCollectivite,

    /// <summary>Whom an animator removed does not come back by a link that anyone may hold.</summary>
    Excluded,
}

/// <param name="Address">The reader's proved mailbox.</param>
/// <param name="Excluded">An animator removed the reader.</param>
/// <param name="SameCollectivite"><see cref="GroupAccess.MayAcceptInvitation"/>.</param>
public sealed record InvitationFacts(GroupInvitation Invitation, string Address, bool Excluded, bool SameCollectivite);

/// <summary>The one rule of what an invitation is good for.</summary>
public static class InvitationRule
{
    /// <summary>What an animator may choose, in days.</summary>
    public static IReadOnlyList<int> Validities { get; } = [7, 30, 90];

    /// <summary>Addresses invited in one go.</summary>
    public const int MostAddresses = 500;

    /// <summary>Addresses a group may invite in 24 hours: a portal's letters must not become a nuisance.</summary>
    public const int MostPerDay = 1000;

    /// <summary>To whom it was not sent, nothing else is told of it.</summary>
    public static InvitationRefusal? Refusal(InvitationFacts facts, DateTimeOffset now)
    {
        var invitation = facts.Invitation;
        if (invitation.Address is { } bound && bound != facts.Address)
            return InvitationRefusal.OtherAddress;
        if (invitation.RevokedAt is not null)
            return InvitationRefusal.Revoked;
        if (invitation.AcceptedAt is not null)
            return InvitationRefusal.Used;
        if (now >= invitation.ExpiresAt)
            return InvitationRefusal.Expired;
        if (!facts.SameCollectivite)
            return InvitationRefusal.OtherCollectivite;
        return facts.Excluded && invitation.Address is null ? InvitationRefusal.Excluded : null;
    }
}
