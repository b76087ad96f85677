using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Registrations.Candidacies;

namespace Training.Portal.Features.Registrations;

/// <summary>What <see cref="RegistrationRule"/> asks about one conference and one reader, at one instant.</summary>
public sealed record RegistrationFacts(
    ConferenceState State, int SeatsTaken, int Capacity, GroupDoor Door, GroupRole? Role, bool Registered)
{
    public bool Waitlist { get; init; }

    public ConferenceAudience Audience { get; init; }

    /// <summary>The reader's collectivité is one of those the conference is for.</summary>
    public bool Named { get; init; }

    /// <summary>How many wait.</summary>
    public int Waiting { get; init; }

    /// <summary>So near to the start that freed seats go to whoever comes first.</summary>
    public bool OffersOver { get; init; }

    public bool Approval { get; init; }

    public bool DeadlinePassed { get; init; }

    /// <summary>Something is asked of who registers.</summary>
    public bool Asks { get; init; }

    /// <summary>Something is asked that the reader must answer and has not.</summary>
    public bool Unanswered { get; init; }

    /// <summary>A trainer said no to the reader.</summary>
    public bool Declined { get; init; }

    /// <summary>Null when there is none, or its held seat has lapsed.</summary>
    public OwnCandidacy? Candidacy { get; init; }

    /// <summary>A held seat has lapsed and nobody has written so yet.</summary>
    public bool SeatsLapsed { get; init; }

    /// <summary>No seat to be had: none is left, or those who wait come first.</summary>
    public bool IsFull => SeatsTaken >= Capacity || (Waiting > 0 && !OffersOver);

    public bool IsHeld => Candidacy is { } own && OfferRule.IsHeld(own.State);

    public bool IsWaiting => Candidacy?.State == CandidacyState.Waiting;

    public bool HasAsked => Candidacy?.State == CandidacyState.Requested;

    /// <param name="registered">The reader has a seat.</param>
    public static RegistrationFacts Of(Conference conference, GroupDoor door, GroupRole? role, bool registered, DateTimeOffset now, OfferTimes times) =>
        new(conference.State, conference.SeatsTaken, conference.Capacity, door, role, registered)
        {
            Audience = conference.Audience,
            Waitlist = conference.Waitlist,
            Waiting = conference.Waiting,
            OffersOver = OfferRule.AreOver(conference.StartsAt, now, times),
            Approval = conference.Approval,
            DeadlinePassed = conference.RegistrationClosesAt <= now,
        };
}
