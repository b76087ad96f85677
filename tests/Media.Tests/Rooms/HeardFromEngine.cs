using System.Collections.Concurrent;
using Training.Media.Rooms;
using Training.TestKit;

namespace Training.Media.Tests.Rooms;

/// <summary>A listener that remembers, and lets a test wait for what it expects.</summary>
public class HeardFromEngine : IRoomLineListener
{
    public ConcurrentQueue<string> Words { get; } = new();

    public virtual void OnCandidate(string leg, IceCandidate? candidate) => Words.Enqueue($"candidate {leg}");

    public virtual void OnMedia(string leg, bool up) => Words.Enqueue($"media {leg} {(up ? "up" : "down")}");

    public virtual void OnLegLost(string leg, string reason) => Words.Enqueue($"leg lost {leg}: {reason}");

    public virtual void OnLineLost(string reason) => Words.Enqueue($"line lost: {reason}");

    public Task HearsAsync(string start) => Eventually.TrueAsync(
        () => Task.FromResult(Words.Any(word => word.StartsWith(start, StringComparison.Ordinal))), () => $"'{start}' in: {string.Join(" | ", Words)}");
}
