namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>Somebody whom an identity provider of ProConnect knows, and the member it was shown to be by a code on the mailbox.</summary>
public sealed class ProConnectIdentity
{
    public int Id { get; set; }
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;

    /// <summary>ProConnect's <c>idp_id</c>: a subject means something at one provider only.</summary>
    public required string Provider { get; set; }

    /// <summary>The <c>sub</c> there.</summary>
    public required string Subject { get; set; }

    public DateTimeOffset LinkedAt { get; set; }
    public DateTimeOffset SeenAt { get; set; }
}
