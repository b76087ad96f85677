using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Registrations.Questions;

/// <summary>
/// Something a trainer asks of whoever registers. Once somebody has answered it keeps its words for good: a changed question is a
/// new one, and the old one is retired with its answers.
/// </summary>
public sealed class ConferenceQuestion
{
    public int Id { get; set; }
    public int ConferenceId { get; set; }
    public Conference Conference { get; set; } = null!;
    public int Position { get; set; }
    public QuestionKind Kind { get; set; }
    public required string Label { get; set; }

    /// <summary>What a choice offers; empty for the other kinds.</summary>
    public string[] Choices { get; set; } = [];

    public bool Required { get; set; }

    /// <summary>Asked no more since then; its answers stay readable.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}

public enum QuestionKind
{
    Text,
    Choice,

    /// <summary>A box to tick.</summary>
    Consent,
}
