namespace Training.Portal.Features.Membership.Moving;

/// <summary>A member who wants another mailbox, from the code asked for to the code typed. Holds no code.</summary>
public sealed class AddressChange
{
    public Guid Id { get; set; }
    public int MemberId { get; set; }

    /// <summary>The member's address when it was asked: the change is void once that is no longer so.</summary>
    public required string OldAddress { get; set; }

    public required string NewAddress { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public int WrongTries { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
    public DateTimeOffset? ReplacedAt { get; set; }
}
