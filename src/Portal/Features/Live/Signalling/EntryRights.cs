using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Stages;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>Looks the rights of those inside up again, for they may lose them while connected.</summary>
public sealed class EntryRights(IServiceScopeFactory scopes, StageRegister stages, TimeProvider time)
{
    /// <summary>False when this participant may no longer be in the room; it has then left it.</summary>
    public async Task<bool> StillHoldAsync(Participant participant)
    {
        var now = time.GetUtcNow();
        if (now - participant.RightsSeenAt < RoomTimes.Rights)
            return true;
        await using var scope = scopes.CreateAsyncScope();
        var sight = await scope.ServiceProvider.GetRequiredService<ConferenceFinder>().FindAsync(participant.Seat.ConferenceId, participant.Seat.Reader);
        if (sight is null || StageRule.WhyNotEnter(sight) is not null)
        {
            await LeaveAsync(participant, now);
            return false;
        }

        participant.See(sight);
        return true;
    }

    private async Task LeaveAsync(Participant participant, DateTimeOffset now)
    {
        if (stages.Find(participant.Seat.ConferenceId) is { } stage)
            await stage.LeaveAsync(participant, now);
    }
}
