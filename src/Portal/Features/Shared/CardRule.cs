using Training.Portal.Features.Conferences;
using Training.Portal.Features.Recordings;

namespace Training.Portal.Features.Shared;

/// <summary>Which one button a card carries. It only says what comes next: whether it is granted is decided where it leads.</summary>
public static class CardRule
{
    public static CardState StateOf(Conference conference, bool registered, RecordingState? recording) => conference.State switch
    {
        ConferenceState.Cancelled => CardState.Cancelled,
        ConferenceState.Live => CardState.Live,
        ConferenceState.DoorsOpen => CardState.MayJoin,
        ConferenceState.Ended => AfterTheEnd(recording),
        _ when registered => CardState.Registered,
        _ when conference.SeatsTaken >= conference.Capacity => CardState.Full,
        _ => CardState.MayRegister,
    };

    private static CardState AfterTheEnd(RecordingState? recording) => recording switch
    {
        RecordingState.Published => CardState.HasReplay,
        null or RecordingState.Failed => CardState.Ended,
        _ => CardState.ReplaySoon,
    };
}
