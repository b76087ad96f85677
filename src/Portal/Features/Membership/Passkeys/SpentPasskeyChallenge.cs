namespace Training.Portal.Features.Membership.Passkeys;

/// <summary>A question that a passkey has answered: it is never answered twice, on any node. Deleted once too old to be answered at all.</summary>
public sealed class SpentPasskeyChallenge
{
    public Guid Id { get; set; }
    public DateTimeOffset SpentAt { get; set; }
}
