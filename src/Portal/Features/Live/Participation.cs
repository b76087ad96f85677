using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Live;

/// <summary>One browser of one member in one room, from entering to leaving, across reconnections.</summary>
public sealed class Participation
{
    public Guid Id { get; set; }
    public int ConferenceId { get; set; }
    public int MemberId { get; set; }
    public Member Member { get; set; } = null!;
    public bool OnStage { get; set; }
    public DateTimeOffset EnteredAt { get; set; }
    public DateTimeOffset LastSeenAt { get; set; }
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>What claims the engine's line after a restart of the Portal.</summary>
    public string? ResumeKey { get; set; }
}
