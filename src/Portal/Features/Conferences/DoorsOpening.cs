using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Settings;

namespace Training.Portal.Features.Conferences;

/// <summary>Opens the doors of many conferences together, for the full hour at which hundreds begin: what <see cref="ConferenceLifecycle"/> does for one, by the same rule.</summary>
internal sealed class DoorsOpening(TrainingDb db, TimeProvider clock, TrainingSettings settings)
{
    /// <param name="held">Locked by the caller's transaction: what is decided on is still so when it is changed.</param>
    public async Task<Dictionary<int, LifecycleOutcome>> OpenAsync(IReadOnlyCollection<int> held, CancellationToken cancellationToken)
    {
        var (now, doors) = (clock.GetUtcNow(), TimeSpan.FromMinutes(settings.Rooms.DoorsMinutes));
        var facts = await db.Conferences.Where(c => held.Contains(c.Id))
            .Select(c => new { c.Id, Facts = new LifecycleFacts(c.State, c.StartsAt, c.EndsAt) }).ToListAsync(cancellationToken);
        var outcomes = facts.ToDictionary(c => c.Id, c => LifecycleRule.Decide(LifecycleStep.OpenDoors, c.Facts, now, doors));
        await ChangeAsync([.. outcomes.Where(o => o.Value == LifecycleOutcome.Changed).Select(o => o.Key)], cancellationToken);
        return outcomes;
    }

    private Task<int> ChangeAsync(List<int> opening, CancellationToken cancellationToken)
    {
        var open = LifecycleRule.StateAfter(LifecycleStep.OpenDoors);
        return db.Conferences.Where(c => opening.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, open), cancellationToken);
    }
}
