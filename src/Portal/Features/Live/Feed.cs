using Training.Media.Rooms;

namespace Training.Portal.Features.Live;

/// <summary>A picture and sound that somebody published, as long as it lasted. Names its raw files.</summary>
public sealed class Feed
{
    public Guid Id { get; set; }
    public int ConferenceId { get; set; }
    public Guid ParticipationId { get; set; }
    public Participation Participation { get; set; } = null!;
    public int MemberId { get; set; }
    public FeedKind Kind { get; set; }

    /// <summary>The feed's name in the engine and in raw file names.</summary>
    public required string FeedKey { get; set; }

    /// <summary>The engine's leg while it lasts.</summary>
    public string? Leg { get; set; }

    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}
