using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Registrations.Candidacies;

/// <param name="Rank">When the letter was written; from 1.</param>
public sealed record WaitlistedFacts(ConferenceFacts Conference, string ReaderName, int Rank) : LetterFacts;

public sealed record SeatOfferedFacts(ConferenceFacts Conference, string ReaderName, DateTimeOffset HeldUntil) : LetterFacts;

public sealed record OfferLapsedFacts(ConferenceFacts Conference, string ReaderName) : LetterFacts;

public sealed record SeatRequestedFacts(ConferenceFacts Conference, string ReaderName) : LetterFacts;

/// <summary>The conference is over, and no seat came free.</summary>
/// <param name="Asked">Asked a trainer and had no answer; else waited on the list.</param>
public sealed record NoSeatFacts(ConferenceFacts Conference, string ReaderName, bool Asked) : LetterFacts;

/// <summary>To a trainer: somebody awaits their word.</summary>
public sealed record SeatAskedFacts(ConferenceFacts Conference, string ReaderName) : LetterFacts;

public sealed record SeatDeclinedFacts(ConferenceFacts Conference, string ReaderName, string? Reason) : LetterFacts;

/// <summary>To an agent of the collectivité, with or without an account.</summary>
/// <param name="Proposer">The colleague who asked for the seat.</param>
public sealed record SeatProposedFacts(ConferenceFacts Conference, string Proposer, DateTimeOffset HeldUntil) : LetterFacts;
