using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Groups;

namespace Training.Portal.Features.Registrations;

/// <summary>Why a seat is refused.</summary>
public enum RegistrationRefusal
{
    /// <summary>Every seat is taken, or those who wait come first.</summary>
    Full,

    /// <summary>The conference has ended or was cancelled.</summary>
    Closed,

    /// <summary>A closed group's conferences are for those who joined it.</summary>
    NotInGroup,

    /// <summary>It is for agents of other collectivités.</summary>
    OtherAudience,

    /// <summary>Registration has closed.</summary>
    DeadlinePassed,

    /// <summary>A trainer decides: it is asked for, not taken.</summary>
    ApprovalNeeded,

    /// <summary>A trainer said no.</summary>
    Declined,

    /// <summary>A question that must be answered is not.</summary>
    Unanswered,

    /// <summary>The offered seat was not taken in time.</summary>
    OfferLapsed,
}

/// <summary>What becomes of who asks for a seat.</summary>
public enum SeatStep
{
    /// <summary>Nothing changes: seated, waiting or asked already.</summary>
    Stay,
    Take,

    /// <summary>Takes the seat that is held for them.</summary>
    Accept,
    Wait,

    /// <summary>Asks a trainer.</summary>
    Request,
}

/// <param name="Step">Null when refused.</param>
public readonly record struct SeatDecision(SeatStep? Step, RegistrationRefusal? Refusal)
{
    public static implicit operator SeatDecision(SeatStep step) => new(step, null);

    public static implicit operator SeatDecision(RegistrationRefusal refusal) => new(null, refusal);
}

/// <summary>The one rule of who may take or give back a seat. Who may know of the conference at all is <see cref="GroupAccess"/>.</summary>
public static class RegistrationRule
{
    /// <summary>Null when a seat may be taken at once. Asking twice is not refused: the seat is already there.</summary>
    public static RegistrationRefusal? Refusal(RegistrationFacts facts)
    {
        if (!IsOpen(facts.State))
            return RegistrationRefusal.Closed;
        if (facts.Registered)
            return null;
        if (facts.Door != GroupDoor.Open && facts.Role is null)
            return RegistrationRefusal.NotInGroup;
        // Who was given a place in the line before the audience narrowed keeps it.
        if (facts.Candidacy is null && !ConferenceAccess.IsAddressed(facts.Audience, facts.Role, facts.Named))
            return facts.Audience == ConferenceAudience.Group ? RegistrationRefusal.NotInGroup : RegistrationRefusal.OtherAudience;
        // Who asked in time may still be seated.
        if (facts.DeadlinePassed && facts.Candidacy is null)
            return RegistrationRefusal.DeadlinePassed;
        if (facts.Declined)
            return RegistrationRefusal.Declined;
        if (facts.Approval && !facts.IsHeld)
            return RegistrationRefusal.ApprovalNeeded;
        if (facts.IsFull && !facts.IsHeld)
            return RegistrationRefusal.Full;
        return facts.Unanswered ? RegistrationRefusal.Unanswered : null;
    }

    /// <summary>The waiting list is open: to whoever finds the conference full.</summary>
    public static bool MayWait(RegistrationFacts facts) => facts is { Waitlist: true, OffersOver: false, Approval: false };

    /// <summary>What one click does.</summary>
    /// <param name="mayWait">False where only a seat helps: at the open doors.</param>
    public static SeatDecision Decide(RegistrationFacts facts, bool mayWait) => Refusal(facts) switch
    {
        null when facts.Registered => SeatStep.Stay,
        null when facts.IsHeld => SeatStep.Accept,
        null => SeatStep.Take,
        RegistrationRefusal.Full when mayWait && facts.IsWaiting => SeatStep.Stay,
        RegistrationRefusal.Full when mayWait && MayWait(facts) => Answered(facts, SeatStep.Wait),
        RegistrationRefusal.ApprovalNeeded when mayWait && facts.HasAsked => SeatStep.Stay,
        RegistrationRefusal.ApprovalNeeded when mayWait => Answered(facts, SeatStep.Request),
        { } refusal => refusal,
    };

    /// <summary>Seats come and go until the conference ends; what was attended or cancelled stays as it was.</summary>
    public static bool IsOpen(ConferenceState state) =>
        state is ConferenceState.Planned or ConferenceState.DoorsOpen or ConferenceState.Live;

    private static SeatDecision Answered(RegistrationFacts facts, SeatStep step) => facts.Unanswered ? RegistrationRefusal.Unanswered : step;
}
