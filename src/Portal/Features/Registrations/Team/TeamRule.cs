using Training.Portal.Features.Conferences;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Registrations.Team;

/// <summary>Why seats are not asked for colleagues.</summary>
public enum TeamRefusal
{
    NoAddress,

    /// <summary>An address is not on a domain of the reader's collectivité.</summary>
    OtherDomain,
    TooMany,

    /// <summary>Fewer seats are free than asked, or others wait for them.</summary>
    NotEnoughSeats,

    /// <summary>The conference is over or too near, registration has closed, trainers decide, or its group is not for everyone to know.</summary>
    NotHere,
}

/// <param name="Domains">Hosts that prove the reader's collectivité.</param>
/// <param name="Proposed">Seats the reader has asked for others in this conference, ever.</param>
public sealed record TeamFacts(RegistrationFacts Seat, IReadOnlySet<string> Domains, int Proposed, int Most);

/// <summary>
/// The one rule of seats asked for colleagues. It looks at what was typed and at what everyone may see, never at who has an account or a
/// seat: the answer tells nothing of it.
/// </summary>
public static class TeamRule
{
    /// <summary>The page exists for this reader and conference.</summary>
    public static bool IsPossible(RegistrationFacts seat) =>
        RegistrationRule.IsOpen(seat.State) && seat is { Door: GroupDoor.Open or GroupDoor.Collectivite, Approval: false, DeadlinePassed: false, OffersOver: false }
        && (seat.Door == GroupDoor.Open || seat.Role is not null)
        && seat.Audience != ConferenceAudience.Group && ConferenceAccess.IsAddressed(seat.Audience, seat.Role, seat.Named);

    public static TeamRefusal? Refusal(TeamFacts facts, IReadOnlyList<string> addresses)
    {
        if (!IsPossible(facts.Seat))
            return TeamRefusal.NotHere;
        if (addresses.Count == 0)
            return TeamRefusal.NoAddress;
        if (!addresses.All(a => IsColleague(a, facts.Domains)))
            return TeamRefusal.OtherDomain;
        if (facts.Proposed + addresses.Count > facts.Most)
            return TeamRefusal.TooMany;
        return facts.Seat.IsFull || facts.Seat.SeatsTaken + addresses.Count > facts.Seat.Capacity ? TeamRefusal.NotEnoughSeats : null;
    }

    /// <param name="address">Canonical.</param>
    public static bool IsColleague(string address, IReadOnlySet<string> domains) => domains.Contains(address[(address.LastIndexOf('@') + 1)..]);
}
