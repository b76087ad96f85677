using Training.Media.Rooms;

namespace Training.Portal.Features.Milestones;

/// <summary>What follows decided milestones outside the database: a few at a time, and a room engine that is down is caught up with by others.</summary>
public sealed class MilestoneFollowing(IServiceScopeFactory scopes, ILogger<MilestoneFollowing> log) : IDisposable
{
    private readonly SemaphoreSlim few = new(8);

    public async Task FollowAsync(Milestone milestone, CancellationToken cancellationToken)
    {
        await few.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var act = scope.ServiceProvider.GetServices<IMilestoneAct>().Single(a => a.Kind == milestone.Kind);
            await act.FollowAsync(milestone.ConferenceId, cancellationToken);
        }
        catch (RoomEngineException failure)
        {
            log.LogWarning("After {Kind} of conference {Conference}, the room engine: {Reason}", milestone.Kind, milestone.ConferenceId, failure.Message);
        }
        finally
        {
            few.Release();
        }
    }

    public void Dispose() => few.Dispose();
}
