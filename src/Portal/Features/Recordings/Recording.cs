using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Recordings;

/// <summary>What was captured of one conference, and where its packaging stands. One row per conference; packaged under a lease.</summary>
public sealed class Recording
{
    public int ConferenceId { get; set; }
    public Conference Conference { get; set; } = null!;
    public RecordingState State { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public DateTimeOffset? NextTryAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>Named reason of the last failure.</summary>
    public string? Failure { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Version directory of the published replay under the conference's media.</summary>
    public string? Version { get; set; }

    public double? DurationSeconds { get; set; }

    /// <summary>How far the packaging under way is, 0 to 100.</summary>
    public int Percent { get; set; }

    /// <summary>Last time its sound was mixed ahead, while it ran.</summary>
    public DateTimeOffset? PreparedAt { get; set; }

    public DateTimeOffset? ExpiredAt { get; set; }

    /// <summary>When its last file was gone.</summary>
    public DateTimeOffset? PurgedAt { get; set; }
}

public enum RecordingState
{
    Running,
    Waiting,
    Packaging,
    Published,
    Failed,

    /// <summary>Kept as long as was promised; its files are gone, or going.</summary>
    Expired,
}
