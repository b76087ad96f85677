using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Registrations.Candidacies;

/// <summary>
/// Somebody who wants a seat and has none yet: waits for one, is offered one, asks a trainer, or is put forward by a colleague.
/// Kept with its end. One open row per person and conference (unique partial index); a seat had is a <see cref="Registration"/>.
/// </summary>
public sealed class Candidacy
{
    public int Id { get; set; }
    public int ConferenceId { get; set; }
    public Conference Conference { get; set; } = null!;

    /// <summary>Null only for a colleague who has no account yet.</summary>
    public int? MemberId { get; set; }

    public Member? Member { get; set; }

    /// <summary>Canonical address of a colleague put forward; null for who came alone.</summary>
    public string? Address { get; set; }

    public CandidacyState State { get; set; }

    /// <summary>Order of arrival within the conference, drawn under its lock: exact.</summary>
    public int Ticket { get; set; }

    public DateTimeOffset ArrivedAt { get; set; }

    /// <summary>Until when an offered seat is held.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    public int? ProposedById { get; set; }
    public Member? ProposedBy { get; set; }

    /// <summary>The trainer who approved or declined.</summary>
    public int? DecidedById { get; set; }

    /// <summary>Why it was declined, for the candidate.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

public enum CandidacyState
{
    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>A freed seat is held for the first who waited, for a time.</summary>
    Offered,

    /// <summary>A trainer decides.</summary>
    Requested,

    /// <summary>A colleague asked for the seat; it is held until confirmed, for a time.</summary>
    Proposed,

    /// <summary>Ended: has the seat.</summary>
    Seated,

    /// <summary>Ended by the candidate.</summary>
    Left,

    /// <summary>Ended: the held seat was not taken in time.</summary>
    Lapsed,

    /// <summary>Ended by a trainer.</summary>
    Declined,

    /// <summary>Ended with the conference.</summary>
    Closed,
}
