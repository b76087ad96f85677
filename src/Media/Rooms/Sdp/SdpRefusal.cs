namespace Training.Media.Rooms.Sdp;

/// <summary>Why the gate did not let a browser's session description or candidate through.</summary>
public enum SdpRefusal
{
    TooLarge,
    ControlCharacter,
    Malformed,
    DataChannel,
    UnknownMedium,
    Simulcast,
    TooManyMedia,
    NoMedium,
    MediumRejected,
    WrongDirection,
    NotEncrypted,
    NoOpus,
    NoH264,
    BadCandidate,
    AddressNotAllowed,
}
