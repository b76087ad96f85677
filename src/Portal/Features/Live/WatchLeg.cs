namespace Training.Portal.Features.Live;

/// <summary>One feed that one participation watches: what a restarted Portal needs to go on where it was.</summary>
public sealed class WatchLeg
{
    public Guid ParticipationId { get; set; }

    /// <summary>The engine's name of the peer connection.</summary>
    public required string Leg { get; set; }

    public required string FeedKey { get; set; }

    /// <summary>The engine's last word: media flows.</summary>
    public bool MediaUp { get; set; }
}
