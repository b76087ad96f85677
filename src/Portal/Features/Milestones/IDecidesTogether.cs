namespace Training.Portal.Features.Milestones;

/// <summary>A kind of milestone that many conferences meet at one instant and that costs no more for many than for one.</summary>
public interface IDecidesTogether : IMilestoneAct
{
    /// <summary>As <see cref="IMilestoneAct.DecideAsync"/> for each, inside the transaction that holds all: one that fails, fails all.</summary>
    /// <returns>Each conference's outcome.</returns>
    Task<Dictionary<int, MilestoneOutcome>> DecideTogetherAsync(IReadOnlyCollection<int> conferences, CancellationToken cancellationToken);
}
