using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Features.Replays;

/// <summary>The one rule of who may watch a replay, and what there is to watch.</summary>
public static class ReplayAccess
{
    /// <summary>Whoever may see the conference: no registration is asked afterwards.</summary>
    public static bool MayWatch(ConferenceTies ties, Reader? reader) => ConferenceAccess.MaySee(ties, reader);

    /// <summary>Null when, for this reader, the conference does not exist.</summary>
    public static ReplayStanding? Standing(ConferenceTies ties, Recording? recording, Reader? reader)
    {
        if (!MayWatch(ties, reader))
            return null;
        return (ties.State, recording) switch
        {
            (ConferenceState.Cancelled or ConferenceState.Draft, _) => null,
            (_, { State: RecordingState.Published, Version: not null }) => ReplayStanding.Ready,
            (_, { State: RecordingState.Failed }) => ReplayStanding.Failed,
            (_, { State: RecordingState.Expired }) => ReplayStanding.Expired,
            (not ConferenceState.Ended, _) => ReplayStanding.NotYet,
            (_, null) => ReplayStanding.NotRecorded,
            _ => ReplayStanding.BeingPrepared,
        };
    }
}

/// <summary>Where a replay stands, for someone who may watch it.</summary>
public enum ReplayStanding
{
    /// <summary>The conference is not over.</summary>
    NotYet,

    /// <summary>It ended and nobody was ever recorded.</summary>
    NotRecorded,

    BeingPrepared,
    Ready,

    /// <summary>What was recorded cannot be shown, and trying again does not help.</summary>
    Failed,

    /// <summary>It was there, and has been removed after the time promised.</summary>
    Expired,
}
