using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Registrations.Organising;

/// <summary>What those who run the conference write to those who registered.</summary>
/// <param name="MemberId">Whom the way out of such messages is for.</param>
public sealed record RegistrantsMessageFacts(ConferenceFacts Conference, string Sender, string Subject, string Text, int MemberId) : LetterFacts;
