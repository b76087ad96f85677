using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Stages;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>Looks the rights of those inside up again, for they may lose them while connected.</summary>
public sealed class EntryRights(IServiceScopeFactory scopes, StageRegister stages, SessionGate sessions, TimeProvider time)
{
    /// <summary>False when the session of whoever calls has ended, or its right to be in the room it is in.</summary>
    public async Task<bool> StillHoldAsync(Caller caller)
    {
        if (caller.Participant is { } participant)
            return await StillHoldAsync(participant);
        return await sessions.StandingAsync(caller.Session) is not null;
    }

    /// <summary>False when this participant may no longer be in the room; it has then left it.</summary>
    public async Task<bool> StillHoldAsync(Participant participant)
    {
        var now = time.GetUtcNow();
        if (now - participant.RightsSeenAt < RoomTimes.Rights)
            return true;
        var sight = await SightAsync(participant);
        if (sight is null || StageRule.WhyNotEnter(sight) is not null)
        {
            await LeaveAsync(participant, now);
            return false;
        }

        participant.See(sight, participant.Session);
        return true;
    }

    private async Task<ConferenceSight?> SightAsync(Participant participant)
    {
        if (await sessions.StandingAsync(participant.Session) is null)
            return null;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ConferenceFinder>().FindAsync(participant.Seat.ConferenceId, participant.Seat.Reader);
    }

    private async Task LeaveAsync(Participant participant, DateTimeOffset now)
    {
        if (stages.Find(participant.Seat.ConferenceId) is { } stage)
            await stage.LeaveAsync(participant, now);
    }
}
