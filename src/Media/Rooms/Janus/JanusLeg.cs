using System.Text.Json;

namespace Training.Media.Rooms.Janus;

/// <summary>One plugin handle: puts Janus' words about it into the listener's.</summary>
internal sealed class JanusLeg(string id, IRoomLineListener listener)
{
    private readonly Dictionary<string, bool> _receiving = [];
    private readonly Lock _turn = new();
    private Task _last = Task.CompletedTask;
    private bool? _up;
    private int _over;

    public string Id => id;

    public bool IsOver => Volatile.Read(ref _over) == 1;

    /// <summary>True for the one who ends it first.</summary>
    public bool End() => Interlocked.Exchange(ref _over, 1) == 0;

    /// <summary>
    /// One request after the other: Janus hands descriptions to a pool of threads, and a candidate that overtakes an ICE
    /// restart would be taken for one of the old generation and forgotten.
    /// </summary>
    public Task<JanusReply> InTurnAsync(Func<Task<JanusReply>> ask)
    {
        lock (_turn)
        {
            var mine = AfterAsync(_last, ask);
            _last = mine;
            return mine;
        }
    }

    private static async Task<JanusReply> AfterAsync(Task before, Func<Task<JanusReply>> ask)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await ask();
    }

    /// <summary>Returns why the leg is lost, when it is.</summary>
    public string? Hear(JanusReply reply)
    {
        switch (reply.Kind)
        {
            case "webrtcup":
                Media(up: true);
                return null;
            case "media":
                _receiving[JanusReply.Text(reply.Root, "mid") ?? ""] = JanusReply.True(reply.Root, "receiving");
                Media(_receiving.ContainsValue(true));
                return null;
            case "slowlink":
                listener.OnSlowLink(id, (int)JanusReply.Number(reply.Root, "lost"));
                return null;
            case "trickle":
                Candidate(reply);
                return null;
            case "hangup":
                return JanusReply.Text(reply.Root, "reason") ?? "hung up";
            case "detached":
                return "detached";
            default:
                return OfRoom(reply.Plugin);
        }
    }

    private void Media(bool up)
    {
        if (_up == up) return;
        _up = up;
        listener.OnMedia(id, up);
    }

    private void Candidate(JanusReply reply)
    {
        if (!reply.Root.TryGetProperty("candidate", out var candidate)) return;
        var index = candidate.TryGetProperty("sdpMLineIndex", out var line) && line.TryGetInt32(out var number) ? number : (int?)null;
        var text = JanusReply.Text(candidate, "candidate");
        listener.OnCandidate(id, text is null ? null : new IceCandidate(text, JanusReply.Text(candidate, "sdpMid"), index));
    }

    private static string? OfRoom(JsonElement plugin) => JanusReply.Text(plugin, "videoroom") switch
    {
        "destroyed" => "the room was closed",
        "updated" when !HasActiveStream(plugin) => "the feed ended",
        "event" when plugin.TryGetProperty("leaving", out _) && JanusReply.Text(plugin, "reason") == "kicked" => "sent out of the room",
        _ => null,
    };

    private static bool HasActiveStream(JsonElement plugin) =>
        plugin.TryGetProperty("streams", out var streams) && streams.EnumerateArray().Any(stream => JanusReply.True(stream, "active"));
}
