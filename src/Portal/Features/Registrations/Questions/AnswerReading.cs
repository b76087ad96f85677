namespace Training.Portal.Features.Registrations.Questions;

/// <summary>What is wrong with an answer.</summary>
public enum AnswerRefusal
{
    Missing,
    TooLong,
    NotAChoice,
    NotAgreed,
}

/// <summary>Reads what somebody answered: the answers, blank where nothing was said, or every refusal with its question.</summary>
public sealed class AnswerReading
{
    public const int LongestText = 1000;

    private readonly Dictionary<int, string> answers = [];
    private readonly List<(int QuestionId, AnswerRefusal Refusal)> refusals = [];

    private AnswerReading(IReadOnlyList<ConferenceQuestion> asked, IReadOnlyDictionary<int, string?> typed)
    {
        foreach (var question in asked)
        {
            var text = (typed.GetValueOrDefault(question.Id) ?? "").Trim();
            answers[question.Id] = text;
            if (Refusal(question, text) is { } refusal)
                refusals.Add((question.Id, refusal));
        }
    }

    /// <summary>By question.</summary>
    public IReadOnlyDictionary<int, string> Answers => answers;

    public IReadOnlyList<(int QuestionId, AnswerRefusal Refusal)> Refusals => refusals;

    public static AnswerReading Of(IReadOnlyList<ConferenceQuestion> asked, IReadOnlyDictionary<int, string?> typed) => new(asked, typed);

    private static AnswerRefusal? Refusal(ConferenceQuestion question, string text) => question.Kind switch
    {
        QuestionKind.Consent when text is not ("" or RegistrationAnswer.Agreed) => AnswerRefusal.NotAgreed,
        QuestionKind.Consent => question.Required && text.Length == 0 ? AnswerRefusal.NotAgreed : null,
        _ when text.Length == 0 => question.Required ? AnswerRefusal.Missing : null,
        QuestionKind.Choice => question.Choices.Contains(text) ? null : AnswerRefusal.NotAChoice,
        _ => text.Length > LongestText ? AnswerRefusal.TooLong : null,
    };
}
