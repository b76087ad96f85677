namespace Training.Portal.Features.Milestones.Operating;

/// <summary>One milestone, as the operator sees it.</summary>
public sealed record MilestoneLine(
    int Id, MilestoneKind Kind, int ConferenceId, string Title, DateTimeOffset DueAt, DateTimeOffset? DoneAt, int Failures, DateTimeOffset? RetryAt, string? LastError);
