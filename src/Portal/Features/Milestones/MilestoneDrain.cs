using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Milestones;

/// <summary>
/// Takes every due milestone, one transaction each, and lets its kind's act decide. Any number of drains may run, on any
/// node: a row is held by one of them. A row that fails waits a growing while and holds up nobody.
/// </summary>
public sealed class MilestoneDrain(IServiceScopeFactory scopes, TimeProvider time, ILogger<MilestoneDrain> log)
{
    /// <returns>How many milestones were decided.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken = default)
    {
        var decided = 0;
        while (await TakeOneAsync(cancellationToken) is { } taken)
            decided += taken ? 1 : 0;
        return decided;
    }

    /// <returns>Null when nothing is due, false when the one taken failed.</returns>
    private async Task<bool?> TakeOneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var turn = ActivatorUtilities.CreateInstance<MilestoneTurn>(scope.ServiceProvider);
        try
        {
            return await turn.TakeAsync(cancellationToken) ? true : null;
        }
        catch (Exception failure) when (turn.Taken is not null && failure is not OperationCanceledException)
        {
            log.LogError(failure, "Milestone {Kind} of conference {Conference} failed", turn.Taken.Kind, turn.Taken.ConferenceId);
            await PostponeAsync(turn.Taken, failure, cancellationToken);
            return false;
        }
    }

    private async Task PostponeAsync(Milestone milestone, Exception failure, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var retry = time.GetUtcNow() + MilestoneRetry.After(milestone.Failures + 1);
        await scope.ServiceProvider.GetRequiredService<TrainingDb>().Milestones.Where(m => m.Id == milestone.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Failures, m => m.Failures + 1).SetProperty(m => m.RetryAt, retry)
                    .SetProperty(m => m.LastError, failure.Message),
                cancellationToken);
    }
}
