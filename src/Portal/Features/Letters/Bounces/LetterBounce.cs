namespace Training.Portal.Features.Letters.Bounces;

/// <summary>A letter that was not delivered: refused at once by the relay, or sent back later (RFC 3464). At most one row per letter.</summary>
public sealed class LetterBounce
{
    public int Id { get; set; }
    public long LetterId { get; set; }

    /// <summary>The mailbox the letter was for.</summary>
    public required string Address { get; set; }

    public LetterKind LetterKind { get; set; }
    public BounceKind Kind { get; set; }

    /// <summary>Enhanced status (RFC 3463), e.g. <c>5.1.1</c>; empty when none was given.</summary>
    public string Status { get; set; } = "";

    /// <summary>What the other mail server said.</summary>
    public string Diagnostic { get; set; } = "";

    public DateTimeOffset ReceivedAt { get; set; }
}

public enum BounceKind
{
    /// <summary>This letter failed (mailbox full, too slow, taken for spam): the next may arrive.</summary>
    Soft,

    /// <summary>There is no such mailbox, or it was closed.</summary>
    Hard,
}
