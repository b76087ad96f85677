using Microsoft.AspNetCore.SignalR;
using Training.Media.Rooms;
using Training.Portal.Features.Live.Signalling;

namespace Training.Portal.Features.Live.Stages;

/// <summary>What every stage and participant of this process works with.</summary>
public sealed record StageTools(
    IHubContext<RoomHub, IRoomClient> Hub, IRoomProvider Rooms, LiveRows Rows, IServiceScopeFactory Scopes, TimeProvider Time, ILogger<Stage> Log);
