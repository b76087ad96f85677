using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Demo;

/// <summary>A session to come: some minutes from now, or some days from now at an hour of Paris.</summary>
public sealed record DemoComing(
    string Group, string Trainer, string Title, string Programme, int? InMinutes, int? InDays, int? AtHour, int LastingMinutes, int Capacity,
    IReadOnlyList<string> Registered)
{
    /// <summary>More than one: a series, every second week.</summary>
    public int Dates { get; init; } = 1;

    /// <summary>Without a day yet.</summary>
    public bool Draft { get; init; }

    /// <summary>With a rehearsal, an hour before.</summary>
    public bool Rehearsed { get; init; }

    public bool Approval { get; init; }

    public IReadOnlyList<string> CoHosts { get; init; } = [];

    public IReadOnlyList<DemoQuestion> Questions { get; init; } = [];

    /// <summary>Who waits for a seat, or for the trainers' word, in order of arrival.</summary>
    public IReadOnlyList<string> Asking { get; init; } = [];

    /// <summary>By address, one for each question.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

public sealed record DemoQuestion(QuestionKind Kind, string Label, bool Required, IReadOnlyList<string>? Choices)
{
    public QuestionPlan Plan => new(null, Kind, Label, [.. Choices ?? []], Required, Remove: false);
}
