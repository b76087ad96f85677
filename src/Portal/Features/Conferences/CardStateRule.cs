using Training.Portal.Features.Recordings;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

public sealed record CardFacts(RegistrationFacts Registration, bool SignedIn, bool Trainer, RecordingState? Recording)
{
    public static CardFacts Of(ConferenceSight sight, RecordingState? recording) =>
        new(RegistrationFacts.Of(sight), SignedIn: true, sight.Trainer, recording);

    public static CardFacts OfVisitor(Conference conference, RecordingState? recording) => new(
        new RegistrationFacts(conference.State, conference.SeatsTaken, conference.Capacity, conference.Group.Door, null, false),
        SignedIn: false, Trainer: false, recording);
}

/// <summary>The one rule of the one button: what this reader may do with this conference now.</summary>
public static class CardStateRule
{
    public static CardState Of(CardFacts facts) => facts.Registration.State switch
    {
        ConferenceState.Planned => Planned(facts),
        ConferenceState.DoorsOpen => Open(facts, CardState.MayJoin),
        ConferenceState.Live => Open(facts, CardState.Live),
        ConferenceState.Ended => Ended(facts.Recording),
        ConferenceState.Cancelled => CardState.Cancelled,
        _ => CardState.Look,
    };

    private static CardState Planned(CardFacts facts) => facts switch
    {
        { SignedIn: false } => CardState.Look,
        { Registration.Registered: true } => CardState.Registered,
        { Trainer: true } => CardState.Look,
        _ => RegistrationRule.Refusal(facts.Registration) switch
        {
            null => CardState.MayRegister,
            RegistrationRefusal.Full => CardState.Full,
            _ => CardState.Look,
        },
    };

    /// <summary>Joining registers when a seat is left; a visitor joins by signing in first.</summary>
    private static CardState Open(CardFacts facts, CardState open)
    {
        if (!facts.SignedIn || facts.Trainer || facts.Registration.Registered)
            return open;
        return RegistrationRule.Refusal(facts.Registration) switch
        {
            null => open,
            RegistrationRefusal.Full => CardState.Full,
            _ => CardState.Look,
        };
    }

    private static CardState Ended(RecordingState? recording) => recording switch
    {
        RecordingState.Published => CardState.HasReplay,
        null or RecordingState.Failed or RecordingState.Expired => CardState.Ended,
        _ => CardState.ReplaySoon,
    };
}
