namespace Training.Portal.Features.Registrations.Questions;

/// <summary>One question, read: fit to be asked.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Remove">Asked no more; nothing else of it counts.</param>
public sealed record QuestionPlan(int? Id, QuestionKind Kind, string Label, string[] Choices, bool Required, bool Remove)
{
    /// <summary>The same question, to be asked anew elsewhere.</summary>
    public static QuestionPlan Copy(ConferenceQuestion question) =>
        new(null, question.Kind, question.Label, question.Choices, question.Required, Remove: false);

    /// <summary>The question says the same as before: answers to it stay answers to it.</summary>
    public bool SaysAs(ConferenceQuestion question) =>
        question.Kind == Kind && question.Label == Label && question.Choices.SequenceEqual(Choices);
}
