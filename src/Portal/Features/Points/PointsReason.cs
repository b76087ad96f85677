namespace Training.Portal.Features.Points;

/// <summary>Why a line was written. The names are stored.</summary>
public enum PointsReason
{
    FirstSignIn,
    AttendedLive,
    ConferenceGiven,
    ReplayWatched,
    ResourceAccepted,
    UsefulRating,
    UsefulAnswer,

    /// <summary>Points spent to open a resource: the only reason that takes.</summary>
    OpenedResource,

    /// <summary>The counter-line of another line.</summary>
    Reversal,
}
