namespace Training.Portal.Features.Letters;

/// <summary>
/// A letter to send: written in the transaction of the fact it tells, sent by the Scheduler under a lease.
/// Letters of one <see cref="Stream"/> leave in the order of their ids.
/// </summary>
public sealed class Letter
{
    public long Id { get; set; }
    public LetterKind Kind { get; set; }
    public required string To { get; set; }

    /// <summary>Letters that must not overtake one another share a stream, e.g. <c>registration:12</c>.</summary>
    public required string Stream { get; set; }

    /// <summary>The facts to tell, as JSON; never a code or another secret.</summary>
    public required string Facts { get; set; }

    /// <summary>Stable over every attempt, so that a double delivery is recognisable.</summary>
    public required string MessageId { get; set; }

    public string Language { get; set; } = "fr";
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>After this instant the letter is pointless and is dropped (a code that expired).</summary>
    public DateTimeOffset? PointlessAfter { get; set; }

    /// <summary>Left alone when written: the database says now. Due times and leases follow its clock, not each node's.</summary>
    public DateTimeOffset NextTryAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public DateTimeOffset? DroppedAt { get; set; }
    public string? LastError { get; set; }
}

public enum LetterKind
{
    SignInCode,
    TownHallCode,
    AdmissionAsked,
    AdmissionDecided,
    AddressCode,
    AddressChanged,
    PasskeyAdded,
    Registered,
    ConferenceMoved,
    ConferenceCancelled,
    CoHostNamed,
    Withdrawn,
    Waitlisted,
    SeatOffered,
    OfferLapsed,
    SeatRequested,
    SeatAsked,
    SeatDeclined,
    SeatProposed,
    RegistrantsMessage,
    GroupAsked,
    GroupAnswered,
    GroupInvited,
    PostWritten,
    Digest,
    PostHidden,
    PostReported,
    ReplyRefused,
    ReplyFilesLeft,
    ReviewAwaited,
    ResourcePublished,
    ResourceSentBack,
    Reminder,
    ConferenceRenamed,
    NoSeat,
}
