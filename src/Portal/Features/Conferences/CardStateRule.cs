using Training.Portal.Features.Recordings;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

public sealed record CardFacts(RegistrationFacts Registration, bool SignedIn, bool Trainer, RecordingState? Recording)
{
    public static CardFacts Of(ConferenceSight sight, RegistrationFacts registration, RecordingState? recording) =>
        new(registration, SignedIn: true, sight.Trainer, recording);

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
        _ => Seatless(facts.Registration, CardState.MayRegister),
    };

    /// <summary>Joining registers when a seat is left; a visitor joins by signing in first.</summary>
    private static CardState Open(CardFacts facts, CardState open)
    {
        if (!facts.SignedIn || facts.Trainer || facts.Registration.Registered)
            return open;
        return Seatless(facts.Registration, facts.Registration.Unanswered ? CardState.MayRegister : open);
    }

    /// <summary>What may be done by who has no seat yet.</summary>
    /// <param name="free">When a seat is there to take.</param>
    private static CardState Seatless(RegistrationFacts facts, CardState free) => RegistrationRule.Refusal(facts) switch
    {
        null or RegistrationRefusal.Unanswered => facts.IsHeld ? CardState.Offered : free,
        RegistrationRefusal.Full when facts.IsWaiting => CardState.Waiting,
        RegistrationRefusal.Full => RegistrationRule.MayWait(facts) ? CardState.MayWait : CardState.Full,
        RegistrationRefusal.ApprovalNeeded => facts.HasAsked ? CardState.Asked : CardState.MayAsk,
        RegistrationRefusal.DeadlinePassed => CardState.RegistrationClosed,
        RegistrationRefusal.Declined => CardState.Declined,
        _ => CardState.Look,
    };

    private static CardState Ended(RecordingState? recording) => recording switch
    {
        RecordingState.Published => CardState.HasReplay,
        null or RecordingState.Failed or RecordingState.Expired => CardState.Ended,
        _ => CardState.ReplaySoon,
    };
}
