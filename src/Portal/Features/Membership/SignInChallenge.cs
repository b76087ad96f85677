namespace Training.Portal.Features.Membership;

/// <summary>One request for a code. Holds no code: it is derived from the key and this row's id. Deleted after a day.</summary>
public sealed class SignInChallenge
{
    public Guid Id { get; set; }
    public required string Address { get; set; }

    /// <summary>The network address that asked, to limit how often it does.</summary>
    public required string Client { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public int WrongTries { get; set; }
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>A newer code was asked for; this one is dead.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public string? ReturnUrl { get; set; }
}
