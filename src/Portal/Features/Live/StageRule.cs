using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Live;

/// <summary>The one rule of who enters a room, who publishes there and who starts and ends it.</summary>
public static class StageRule
{
    /// <summary>Why this reader may not be in the room now; null when they may.</summary>
    public static EntryRefusal? WhyNotEnter(ConferenceSight sight) => sight.Conference.State switch
    {
        ConferenceState.Planned when sight.Rehearsing => null,
        ConferenceState.Planned or ConferenceState.Draft => EntryRefusal.DoorsClosed,
        ConferenceState.Ended => EntryRefusal.Ended,
        ConferenceState.Cancelled => EntryRefusal.Cancelled,
        _ when sight.Trainer || sight.Registered => null,
        _ => EntryRefusal.NotRegistered,
    };

    public static bool MayPublish(ConferenceSight sight) => sight.Trainer && WhyNotEnter(sight) is null;

    public static bool MayDirect(ConferenceSight sight) => sight.Trainer;
}

public enum EntryRefusal
{
    DoorsClosed,
    Ended,
    Cancelled,
    NotRegistered,

    /// <summary>Not registered, and no seat is left.</summary>
    Full,

    /// <summary>Not registered, and the registration rule refused for another reason.</summary>
    RegistrationRefused,
}
