using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Training.Portal.Features.Live.Signalling;

/// <summary>The hub's connections of this process: one whose reader lost the right to be there is told why, and cut.</summary>
public sealed class OpenConnections(IHubContext<RoomHub, IRoomClient> hub, TimeProvider time)
{
    /// <summary>Who does not even take the last word is cut without it.</summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (HubCallerContext Context, Caller Caller)> open = new();

    /// <summary>Those who have the page open and are not in the room.</summary>
    public IEnumerable<(string ConnectionId, Caller Caller)> AtDoor =>
        open.Where(c => c.Value.Caller.Participant is null).Select(c => (c.Key, c.Value.Caller));

    public void Add(HubCallerContext connection) => open[connection.ConnectionId] = (connection, Caller.Of(connection));

    public void Remove(string connectionId) => open.TryRemove(connectionId, out _);

    public async Task SendOutAsync(string connectionId, string why)
    {
        if (!open.TryRemove(connectionId, out var connection))
            return;
        try
        {
            await hub.Clients.Client(connectionId).SentOut(new SentOutMessage(why)).WaitAsync(LastWord, time);
        }
        catch (TimeoutException)
        {
            // It learns it when it comes back and finds the door shut.
        }

        connection.Context.Abort();
    }
}
