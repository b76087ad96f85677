namespace Training.Portal.Features.Registrations.Organising;

/// <summary>Which lines an organiser asks for; everything null for all who have a seat or want one.</summary>
/// <param name="Answer">Words the answer to <paramref name="QuestionId"/> contains; blank for any answer.</param>
public sealed record RegistrantFilter(RegistrantState? State, int? CollectiviteId, int? QuestionId, string? Answer)
{
    public bool Matches(RegistrantLine line) =>
        (State is { } state ? line.State == state : line.State is not (RegistrantState.Withdrawn or RegistrantState.Declined))
        && (CollectiviteId is null || line.CollectiviteId == CollectiviteId)
        && (QuestionId is not { } question || (line.Answers.TryGetValue(question, out var answer)
            && answer.Contains(Answer?.Trim() ?? "", StringComparison.CurrentCultureIgnoreCase)));
}
