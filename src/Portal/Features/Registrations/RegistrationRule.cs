using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;

namespace Training.Portal.Features.Registrations;

/// <summary>Why a seat is refused.</summary>
public enum RegistrationRefusal
{
    /// <summary>Every seat is taken.</summary>
    Full,

    /// <summary>The conference has ended or was cancelled.</summary>
    Closed,

    /// <summary>A closed group's conferences are for those who joined it.</summary>
    NotInGroup,
}

/// <summary>The one rule of who may take or give back a seat. Who may know of the conference at all is <see cref="GroupAccess"/>.</summary>
public static class RegistrationRule
{
    /// <summary>Null when a seat may be taken. Asking twice is not refused: the seat is already there.</summary>
    public static RegistrationRefusal? Refusal(RegistrationFacts facts)
    {
        if (!IsOpen(facts.State))
            return RegistrationRefusal.Closed;
        if (facts.Registered)
            return null;
        if (facts.Door != GroupDoor.Open && facts.Role is null)
            return RegistrationRefusal.NotInGroup;
        return facts.SeatsTaken >= facts.Capacity ? RegistrationRefusal.Full : null;
    }

    /// <summary>Seats come and go until the conference ends; what was attended or cancelled stays as it was.</summary>
    public static bool IsOpen(ConferenceState state) =>
        state is ConferenceState.Planned or ConferenceState.DoorsOpen or ConferenceState.Live;
}

public sealed record RegistrationFacts(
    ConferenceState State, int SeatsTaken, int Capacity, GroupDoor Door, GroupRole? Role, bool Registered)
{
    public static RegistrationFacts Of(ConferenceSight sight) => new(
        sight.Conference.State, sight.Conference.SeatsTaken, sight.Conference.Capacity,
        sight.Conference.Group.Door, sight.Role, sight.Registered);
}
