namespace Training.Portal.Features.Registrations.Questions;

/// <summary>What is wrong with a question as typed.</summary>
public enum QuestionRefusal
{
    LabelMissing,
    LabelTooLong,
    ChoicesMissing,
    ChoicesTooLong,
    TooMany,
}

/// <summary>Reads the questions of a form: the plans, or every refusal with the index of its question and its field.</summary>
public sealed class QuestionReading
{
    public const int LongestLabel = 300;
    public const int LongestChoice = 100;
    public const int MostChoices = 20;
    public const int MostQuestions = 10;

    private readonly List<QuestionPlan> plans = [];
    private readonly List<(int Index, string Field, QuestionRefusal Refusal)> refusals = [];

    private QuestionReading(IReadOnlyList<QuestionForm> typed)
    {
        for (var i = 0; i < typed.Count; i++)
            Read(typed[i], i);
        if (plans.Count(p => !p.Remove) > MostQuestions)
            refusals.Add((typed.Count - 1, nameof(QuestionForm.Label), QuestionRefusal.TooMany));
    }

    public IReadOnlyList<QuestionPlan> Plans => plans;

    public IReadOnlyList<(int Index, string Field, QuestionRefusal Refusal)> Refusals => refusals;

    public static QuestionReading Of(IReadOnlyList<QuestionForm> typed) => new(typed);

    private void Read(QuestionForm form, int index)
    {
        var label = string.Join(' ', (form.Label ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var choices = Choices(form);
        if (form.Id is null && (form.Remove || (label.Length == 0 && choices.Length == 0)))
            return;
        if (!form.Remove && Refusal(form.Kind, label, choices) is var (field, refusal))
            refusals.Add((index, field, refusal));
        plans.Add(new QuestionPlan(form.Id, form.Kind, label, form.Kind == QuestionKind.Choice ? choices : [], form.Required, form.Remove));
    }

    private static (string Field, QuestionRefusal Refusal)? Refusal(QuestionKind kind, string label, string[] choices) => (kind, label.Length) switch
    {
        (_, 0) => (nameof(QuestionForm.Label), QuestionRefusal.LabelMissing),
        (_, > LongestLabel) => (nameof(QuestionForm.Label), QuestionRefusal.LabelTooLong),
        (QuestionKind.Choice, _) when choices.Length < 2 => (nameof(QuestionForm.Choices), QuestionRefusal.ChoicesMissing),
        (QuestionKind.Choice, _) when choices.Length > MostChoices || choices.Any(c => c.Length > LongestChoice) =>
            (nameof(QuestionForm.Choices), QuestionRefusal.ChoicesTooLong),
        _ => null,
    };

    private static string[] Choices(QuestionForm form) =>
        [.. (form.Choices ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}
