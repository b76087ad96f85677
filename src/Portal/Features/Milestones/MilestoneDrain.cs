using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;

namespace Training.Portal.Features.Milestones;

/// <summary>
/// Takes every due milestone and lets its kind's act decide: many in one transaction where the kind can, else one each. Any number of
/// drains may run, on any node: a row is held by one of them. A row that fails waits a growing while and holds up nobody;
/// nor does what follows a decision outside the database (a room engine may be slow or down): the decisions of all come first.
/// </summary>
public sealed class MilestoneDrain(IServiceScopeFactory scopes, MilestoneFollowing following, TimeProvider time, ILogger<MilestoneDrain> log)
{
    /// <summary>Where one is due, many may be (conferences end at the full hour): a hand waits for the database more than it works.</summary>
    private const int Hands = 8;

    /// <returns>How many milestones were taken.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken = default)
    {
        var taken = await TakeTogetherAsync(cancellationToken);
        if (await TakeOneAsync(cancellationToken) is { } first)
        {
            var others = await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => TakeAllAsync(cancellationToken)));
            taken = [.. taken, first, .. others.SelectMany(hand => hand)];
        }

        await Task.WhenAll(taken.Where(m => m.DoneAt is not null).Select(m => following.FollowAsync(m, cancellationToken)));
        return taken.Count;
    }

    private async Task<List<Milestone>> TakeTogetherAsync(CancellationToken cancellationToken)
    {
        List<Milestone> all = [];
        try
        {
            while (await TakeManyAsync(cancellationToken) is { Count: > 0 } taken)
                all.AddRange(taken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(failure, "Milestones are not decided together; each is tried alone");
        }

        return all;
    }

    private async Task<List<Milestone>> TakeManyAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        List<Milestone> taken = [];
        foreach (var act in scope.ServiceProvider.GetServices<IMilestoneAct>().OfType<IDecidesTogether>())
            taken.AddRange(await ActivatorUtilities.CreateInstance<SharedTurn>(scope.ServiceProvider).TakeAsync(act, cancellationToken));
        return taken;
    }

    private async Task<List<Milestone>> TakeAllAsync(CancellationToken cancellationToken)
    {
        List<Milestone> all = [];
        while (await TakeOneAsync(cancellationToken) is { } taken)
            all.Add(taken);
        return all;
    }

    /// <returns>Null when nothing is due; a milestone that is not done when it failed.</returns>
    private async Task<Milestone?> TakeOneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var turn = ActivatorUtilities.CreateInstance<MilestoneTurn>(scope.ServiceProvider);
        try
        {
            return await turn.TakeAsync(cancellationToken);
        }
        catch (Exception failure) when (turn.Held is not null && !cancellationToken.IsCancellationRequested)
        {
            log.LogError(failure, "Milestone {Kind} of conference {Conference} failed", turn.Held.Kind, turn.Held.ConferenceId);
            await PostponeAsync(turn.Held, failure, cancellationToken);
            return turn.Held;
        }
    }

    private async Task PostponeAsync(Milestone milestone, Exception failure, CancellationToken cancellationToken)
    {
        milestone.DoneAt = null;
        await using var scope = scopes.CreateAsyncScope();
        var retry = time.GetUtcNow() + MilestoneRetry.After(milestone.Failures + 1);
        await scope.ServiceProvider.GetRequiredService<TrainingDb>().Milestones.Where(m => m.Id == milestone.Id && m.DoneAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Failures, m => m.Failures + 1).SetProperty(m => m.RetryAt, retry)
                    .SetProperty(m => m.LastError, failure.Message),
                cancellationToken);
    }
}
