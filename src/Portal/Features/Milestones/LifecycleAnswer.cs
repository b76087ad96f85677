using Training.Portal.Features.Conferences;

namespace Training.Portal.Features.Milestones;

/// <summary>What a milestone's outcome is, from what the rule of the conference's states answered.</summary>
internal static class LifecycleAnswer
{
    public static MilestoneOutcome Outcome(LifecycleOutcome answer) => answer switch
    {
        LifecycleOutcome.Changed or LifecycleOutcome.AlreadyDone => MilestoneOutcome.Done,
        LifecycleOutcome.TooLate => MilestoneOutcome.Missed,
        // Milestone and conference move in one transaction; a rule that still says so is a fault to be seen and tried again.
        LifecycleOutcome.TooEarly => throw new InvalidOperationException("The milestone is due before the rule allows its step."),
        _ => MilestoneOutcome.Obsolete,
    };
}
