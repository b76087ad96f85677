namespace Training.Portal.Features.Registrations.Questions;

/// <summary>One question as a trainer types it. Left blank, a new one is none.</summary>
public sealed class QuestionForm
{
    /// <summary>Null for a new question.</summary>
    public int? Id { get; set; }

    public QuestionKind Kind { get; set; }

    public string? Label { get; set; }

    /// <summary>One choice a line.</summary>
    public string? Choices { get; set; }

    public bool Required { get; set; }

    public bool Remove { get; set; }

    public static QuestionForm Of(ConferenceQuestion question) => new()
    {
        Id = question.Id,
        Kind = question.Kind,
        Label = question.Label,
        Choices = string.Join('\n', question.Choices),
        Required = question.Required,
    };
}
