namespace Training.Portal.Features.Milestones;

/// <summary>What one kind of milestone makes happen. One implementation per kind.</summary>
public interface IMilestoneAct
{
    MilestoneKind Kind { get; }

    /// <summary>Decides and writes, inside the transaction that holds the milestone and its conference.</summary>
    Task<MilestoneOutcome> DecideAsync(int conferenceId, CancellationToken cancellationToken);

    /// <summary>What follows outside the database, once committed. May be lost with the process: something else must repeat it.</summary>
    Task FollowAsync(int conferenceId, CancellationToken cancellationToken) => Task.CompletedTask;
}
