namespace Training.Portal.Features.Milestones;

/// <summary>How long a milestone waits after its nth failure: 5 s doubling up to 5 min. It is never given up: a session must end.</summary>
public static class MilestoneRetry
{
    public static TimeSpan After(int failures) => TimeSpan.FromSeconds(Math.Min(300, 5 * Math.Pow(2, Math.Min(failures, 10) - 1)));
}
