using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Live;

/// <summary>One line of the discussion. Acknowledged only once stored; ordered by id.</summary>
public sealed class ChatMessage
{
    public long Id { get; set; }
    public int ConferenceId { get; set; }
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;

    /// <summary>Chosen by the sender's browser: a resent message is stored once (unique with conference and member).</summary>
    public Guid ClientKey { get; set; }

    public required string Text { get; set; }
    public DateTimeOffset SentAt { get; set; }
}
