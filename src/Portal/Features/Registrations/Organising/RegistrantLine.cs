using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Registrations.Organising;

/// <summary>Where somebody stands in the organiser's list.</summary>
public enum RegistrantState
{
    Seated,
    Waiting,
    Offered,
    Requested,
    Proposed,
    Withdrawn,
    Declined,
}

/// <summary>One person in the list of those who run the conference. No address is shown.</summary>
/// <param name="CandidacyId">What a trainer answers to; 0 for a seat.</param>
/// <param name="Name">Null for a colleague put forward who has no account yet.</param>
/// <param name="Rank">On the waiting list, from 1; else 0.</param>
/// <param name="Answers">By question.</param>
public sealed record RegistrantLine(
    int CandidacyId, RegistrantState State, int? MemberId, string? Name, int? CollectiviteId, string? Collectivite, DateTimeOffset Since,
    DateTimeOffset? HeldUntil, int Rank, IReadOnlyDictionary<int, string> Answers)
{
    /// <summary>Their mailbox refuses our letters: they are better called.</summary>
    public bool MailReturns { get; init; }

    public string AnswerTo(ConferenceQuestion question) => Answers.GetValueOrDefault(question.Id, "");
}
