using Training.Media.Rooms;
using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Live.Signalling;

/// <param name="Participation">To be given back in <c>Enter</c> when reconnecting.</param>
public sealed record EnteredMessage(Guid Participation, int MemberId, bool MayPublish, StateMessage State, StageMessage Stage, PresenceMessage Presence);

public sealed record LineReadyMessage(IReadOnlyCollection<string> KeptLegs);

public sealed record LineLostMessage(RoomRefusal Reason);

/// <param name="Feed">Key of the feed offered.</param>
/// <param name="Restart">The leg exists already: renegotiate it.</param>
public sealed record OfferMessage(string Leg, string Feed, string Sdp, bool Restart);

/// <param name="Ref">What the browser gave in <c>Publish</c> or <c>Restart</c>.</param>
/// <param name="Feed">Key of the published feed.</param>
public sealed record AnswerMessage(string Ref, string Leg, string Feed, string Sdp);

public sealed record CandidateMessage(string Leg, IceCandidate? Candidate);

public sealed record LegMessage(string Leg);

public sealed record StageMessage(IReadOnlyList<StageFeedMessage> Feeds);

/// <param name="MemberId">Whose feed it is: one's own other tab is shown without sound.</param>
public sealed record StageFeedMessage(string Feed, FeedKind Kind, int MemberId, string Name, bool Muted);

/// <param name="DoorsAt">When the doors open or opened.</param>
/// <param name="ClosesAt">When the room is closed by itself if nobody ends it.</param>
/// <param name="Now">The server's clock, for countdowns.</param>
public sealed record StateMessage(
    ConferenceState State, bool Recording, DateTimeOffset DoorsAt, DateTimeOffset StartsAt, DateTimeOffset EndsAt,
    DateTimeOffset ClosesAt, DateTimeOffset? WentLiveAt, DateTimeOffset Now);

public sealed record PresenceMessage(int Count);

public sealed record ChatLinesMessage(IReadOnlyList<ChatLine> Lines);

/// <param name="Key">The sender's own key, by which its page recognises what it sent.</param>
public sealed record ChatLine(long Id, Guid Key, int MemberId, string Name, string Collectivite, string Text, DateTimeOffset SentAt);

/// <param name="What">The call that was refused.</param>
/// <param name="Why">Named reason; the page has the sentence.</param>
/// <param name="Ref">What the call carried to be recognised by, if anything.</param>
public sealed record RefusedMessage(string What, string Why, string? Ref = null);

/// <param name="Why">An <see cref="EntryRefusal"/>, or <see cref="CallRefusal.NotFound"/> or <see cref="CallRefusal.SignedOut"/>.</param>
public sealed record SentOutMessage(string Why);
