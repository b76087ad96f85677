using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Milestones.Operating;

/// <summary>What the operator may do about milestones that failed: have them tried at once. Deciding stays with the Scheduler.</summary>
public sealed class MilestoneDesk(TrainingDb db, WorkNudger nudger)
{
    /// <param name="id">Null for every one that failed.</param>
    /// <returns>How many will be tried at once.</returns>
    public async Task<int> RetryAsync(int? id, CancellationToken cancellationToken)
    {
        var hurried = await db.Milestones.Where(m => m.DoneAt == null && m.Failures > 0 && (id == null || m.Id == id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.RetryAt, (DateTimeOffset?)null), cancellationToken);
        nudger.Nudge();
        return hurried;
    }
}
