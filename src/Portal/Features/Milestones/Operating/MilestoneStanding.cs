namespace Training.Portal.Features.Milestones.Operating;

/// <summary>Where a milestone stands, for whoever operates the installation. Those done in time are not shown.</summary>
public enum MilestoneStanding
{
    /// <summary>It failed and waits for its next try.</summary>
    Failed,

    /// <summary>Its instant has passed and nobody has taken it.</summary>
    Late,

    /// <summary>A Scheduler holds it just now.</summary>
    Running,

    Coming,

    /// <summary>Its turn came too late: no Scheduler was alive.</summary>
    Missed,
}
