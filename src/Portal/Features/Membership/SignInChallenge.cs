namespace Training.Portal.Features.Membership;

/// <summary>One request for a code. Holds no code: it is derived from the key and this row's id.</summary>
public sealed class SignInChallenge
{
    public Guid Id { get; set; }
    public required string Address { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public int WrongTries { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
    public string? ReturnUrl { get; set; }
}
