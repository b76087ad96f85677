using System.Text.Json;
using Training.Portal.Features.Conferences.CoHosts;
using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Registrations.Organising;
using Training.Portal.Features.Registrations.Reminders;
using Training.Portal.Features.Resources.Mail;

namespace Training.Portal.Features.Letters;

/// <summary>
/// What a letter tells, as it was when it was written: a later change is told by a later letter. The type decides the kind.
/// Stored as JSON, hence never a code or another secret.
/// </summary>
public abstract record LetterFacts
{
    /// <summary>Facts and letters are read back by the kind, so each kind has exactly one type.</summary>
    private static readonly Dictionary<LetterKind, Type> Types = new()
    {
        [LetterKind.SignInCode] = typeof(SignInCodeFacts),
        [LetterKind.TownHallCode] = typeof(TownHallCodeFacts),
        [LetterKind.AdmissionAsked] = typeof(AdmissionAskedFacts),
        [LetterKind.AdmissionDecided] = typeof(AdmissionDecidedFacts),
        [LetterKind.AddressCode] = typeof(AddressCodeFacts),
        [LetterKind.AddressChanged] = typeof(AddressChangedFacts),
        [LetterKind.PasskeyAdded] = typeof(PasskeyAddedFacts),
        [LetterKind.Registered] = typeof(RegisteredFacts),
        [LetterKind.ConferenceMoved] = typeof(ConferenceMovedFacts),
        [LetterKind.ConferenceCancelled] = typeof(ConferenceCancelledFacts),
        [LetterKind.CoHostNamed] = typeof(CoHostNamedFacts),
        [LetterKind.Withdrawn] = typeof(WithdrawnFacts),
        [LetterKind.Waitlisted] = typeof(WaitlistedFacts),
        [LetterKind.SeatOffered] = typeof(SeatOfferedFacts),
        [LetterKind.OfferLapsed] = typeof(OfferLapsedFacts),
        [LetterKind.SeatRequested] = typeof(SeatRequestedFacts),
        [LetterKind.SeatAsked] = typeof(SeatAskedFacts),
        [LetterKind.SeatDeclined] = typeof(SeatDeclinedFacts),
        [LetterKind.SeatProposed] = typeof(SeatProposedFacts),
        [LetterKind.RegistrantsMessage] = typeof(RegistrantsMessageFacts),
        [LetterKind.GroupAsked] = typeof(GroupAskedFacts),
        [LetterKind.GroupAnswered] = typeof(GroupAnsweredFacts),
        [LetterKind.GroupInvited] = typeof(GroupInvitedFacts),
        [LetterKind.PostWritten] = typeof(PostWrittenFacts),
        [LetterKind.Digest] = typeof(DigestFacts),
        [LetterKind.PostHidden] = typeof(PostHiddenFacts),
        [LetterKind.PostReported] = typeof(PostReportedFacts),
        [LetterKind.ReplyRefused] = typeof(ReplyRefusedFacts),
        [LetterKind.ReplyFilesLeft] = typeof(ReplyFilesLeftFacts),
        [LetterKind.ReviewAwaited] = typeof(ReviewAwaitedFacts),
        [LetterKind.ResourcePublished] = typeof(ResourcePublishedFacts),
        [LetterKind.ResourceSentBack] = typeof(ResourceSentBackFacts),
        [LetterKind.Reminder] = typeof(ReminderFacts),
        [LetterKind.ConferenceRenamed] = typeof(ConferenceRenamedFacts),
        [LetterKind.NoSeat] = typeof(NoSeatFacts),
    };

    public LetterKind Kind() => Types.Single(t => t.Value == GetType()).Key;

    public string ToJson() => JsonSerializer.Serialize(this, GetType());

    public static LetterFacts Of(Letter letter) => (LetterFacts)JsonSerializer.Deserialize(letter.Facts, Types[letter.Kind])!;
}

/// <summary>A code was asked for. The code itself is derived when the letter is written out.</summary>
public sealed record SignInCodeFacts(Guid Challenge, DateTimeOffset ExpiresAt) : LetterFacts;

/// <summary>Somebody says to work for the town hall that reads this. The code is derived when the letter is written out.</summary>
public sealed record TownHallCodeFacts(Guid Request, string Name, string Address) : LetterFacts;

/// <summary>To a referent: somebody asks to come in.</summary>
public sealed record AdmissionAskedFacts(int CollectiviteId, string Name, string Address) : LetterFacts;

/// <summary>To whoever asked.</summary>
public sealed record AdmissionDecidedFacts(string Collectivite, bool Admitted) : LetterFacts;

/// <summary>To a member's new mailbox. The code is derived when the letter is written out.</summary>
public sealed record AddressCodeFacts(Guid Change) : LetterFacts;

/// <summary>To a member's former mailbox.</summary>
public sealed record AddressChangedFacts(string NewAddress) : LetterFacts;

/// <summary>To a member's mailbox: a passkey opens the account from now on.</summary>
/// <param name="Name">How its owner calls it.</param>
/// <param name="Zone">The reader's IANA zone.</param>
public sealed record PasskeyAddedFacts(string Name, DateTimeOffset At, string Zone) : LetterFacts;

/// <summary>The conference as the letter tells it. Times in UTC; <paramref name="Zone"/> is the reader's IANA zone.</summary>
public sealed record ConferenceFacts(
    int ConferenceId,
    string Title,
    string Programme,
    string GroupName,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Zone,
    string CalendarUid,
    int CalendarSequence);

public sealed record RegisteredFacts(ConferenceFacts Conference, string ReaderName) : LetterFacts;

/// <param name="Waiting">The reader has no seat yet, and so no calendar entry.</param>
public sealed record ConferenceMovedFacts(ConferenceFacts Conference, string ReaderName, DateTimeOffset FormerStart, bool Waiting = false) : LetterFacts;

/// <summary>The same conference under another title: calendars are brought up to date.</summary>
public sealed record ConferenceRenamedFacts(ConferenceFacts Conference, string ReaderName, string FormerTitle) : LetterFacts;

/// <inheritdoc cref="ConferenceMovedFacts"/>
public sealed record ConferenceCancelledFacts(ConferenceFacts Conference, string ReaderName, string? Reason, bool Waiting = false) : LetterFacts;

public sealed record WithdrawnFacts(ConferenceFacts Conference, string ReaderName) : LetterFacts;
