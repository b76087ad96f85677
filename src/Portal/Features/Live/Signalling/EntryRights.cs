using System.Security.Claims;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Stages;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>Looks the rights of those connected up again, for they may lose them meanwhile; who lost them is told, cut, and out of the room.</summary>
public sealed class EntryRights(IServiceScopeFactory scopes, StageRegister stages, SessionGate sessions, OpenConnections connections, TimeProvider time)
{
    /// <summary>Before a call. False when whoever calls may no longer be here; it has then been sent out.</summary>
    public async Task<bool> StillHoldAsync(Caller caller, string connectionId)
    {
        var why = caller.Participant is { } inside ? await LostAsync(inside) : await LostAsync(caller);
        if (why is null)
            return true;
        // Not always the connection that serves the participant: another page may have taken it over.
        await connections.SendOutAsync(connectionId, why);
        return false;
    }

    /// <summary>All of this process, those who say nothing included.</summary>
    public async Task ReviewAsync()
    {
        foreach (var participant in stages.All.SelectMany(stage => stage.Participants))
            await LostAsync(participant);
        foreach (var (connectionId, caller) in connections.AtDoor)
            await StillHoldAsync(caller, connectionId);
    }

    private async Task<string?> LostAsync(Caller caller)
    {
        var now = time.GetUtcNow();
        if (now - caller.RightsSeenAt < RoomTimes.Rights)
            return null;
        var (sight, why) = await SightAsync(caller.ConferenceId, caller.Session);
        if (sight is not null)
            caller.RightsSeenAt = now;
        return why;
    }

    private async Task<string?> LostAsync(Participant participant)
    {
        if (time.GetUtcNow() - participant.RightsSeenAt < RoomTimes.Rights)
            return null;
        var (sight, why) = await SightAsync(participant.Seat.ConferenceId, participant.Session);
        why ??= StageRule.WhyNotEnter(sight!)?.ToString();
        if (why is null)
            participant.See(sight!, participant.Session);
        else
            await SendOutAsync(participant, why);
        return why;
    }

    private async Task<(ConferenceSight? Sight, string? Why)> SightAsync(int conferenceId, ClaimsPrincipal session)
    {
        if (await sessions.StandingAsync(session) is not { } standing)
            return (null, nameof(CallRefusal.SignedOut));
        await using var scope = scopes.CreateAsyncScope();
        var sight = await scope.ServiceProvider.GetRequiredService<ConferenceFinder>().FindAsync(conferenceId, standing.Reader);
        return (sight, sight is null ? nameof(CallRefusal.NotFound) : null);
    }

    private async Task SendOutAsync(Participant participant, string why)
    {
        if (participant.ConnectionId is { } connection)
            await connections.SendOutAsync(connection, why);
        if (stages.Find(participant.Seat.ConferenceId) is { } stage)
            await stage.LeaveAsync(participant, time.GetUtcNow());
    }
}
