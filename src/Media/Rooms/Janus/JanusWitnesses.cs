using System.Collections.Concurrent;

namespace Training.Media.Rooms.Janus;

/// <summary>
/// Janus tells publishers that their room was destroyed, and watchers nothing. So each process keeps, in every room it has
/// legs in, one silent participant who hears it for all, whichever process closed the room.
/// </summary>
internal sealed class JanusWitnesses(Func<RoomPlan, IRoomLineListener, CancellationToken, Task<JanusLine>> open, Action<string> closed)
{
    private readonly ConcurrentDictionary<string, byte> _rooms = new();

    public async Task EnsureAsync(RoomPlan plan, CancellationToken cancellationToken)
    {
        if (!_rooms.TryAdd(plan.RoomKey, 0)) return;
        try
        {
            var line = await open(plan, new Witness(this, plan.RoomKey), cancellationToken);
            await line.AttendAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is RoomEngineException or OperationCanceledException)
        {
            // The next leg tries again.
            _rooms.TryRemove(plan.RoomKey, out _);
        }
    }

    private void Closed(string roomKey)
    {
        _rooms.TryRemove(roomKey, out _);
        closed(roomKey);
    }

    private sealed class Witness(JanusWitnesses all, string roomKey) : IRoomLineListener
    {
        public void OnCandidate(string leg, IceCandidate? candidate)
        {
        }

        public void OnMedia(string leg, bool up)
        {
        }

        public void OnLegLost(string leg, string reason) => all.Closed(roomKey);

        public void OnLineLost(string reason) => all._rooms.TryRemove(roomKey, out _);
    }
}
