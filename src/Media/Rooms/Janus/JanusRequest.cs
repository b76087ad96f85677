using System.Text.Json.Nodes;

namespace Training.Media.Rooms.Janus;

/// <summary>The requests of Janus' core (https://janus.conf.meetecho.com/docs/rest.html, WebSocket form).</summary>
internal static class JanusRequest
{
    public static JsonObject Ping() => new() { ["janus"] = "ping" };

    public static JsonObject Create() => new() { ["janus"] = "create" };

    public static JsonObject Claim(long session) => new() { ["janus"] = "claim", ["session_id"] = session };

    public static JsonObject KeepAlive(long session) => new() { ["janus"] = "keepalive", ["session_id"] = session };

    public static JsonObject Destroy(long session) => new() { ["janus"] = "destroy", ["session_id"] = session };

    public static JsonObject Attach(long session) =>
        new() { ["janus"] = "attach", ["session_id"] = session, ["plugin"] = "janus.plugin.videoroom" };

    public static JsonObject Detach(long session, long handle) =>
        new() { ["janus"] = "detach", ["session_id"] = session, ["handle_id"] = handle };

    public static JsonObject Message(long session, long handle, JsonObject body, string? offer = null, string? answer = null)
    {
        var message = new JsonObject { ["janus"] = "message", ["session_id"] = session, ["handle_id"] = handle, ["body"] = body };
        if ((offer ?? answer) is { } sdp) message["jsep"] = new JsonObject { ["type"] = offer is null ? "answer" : "offer", ["sdp"] = sdp };
        return message;
    }

    public static JsonObject Trickle(long session, long handle, IceCandidate? candidate) =>
        new() { ["janus"] = "trickle", ["session_id"] = session, ["handle_id"] = handle, ["candidate"] = Candidate(candidate) };

    private static JsonObject Candidate(IceCandidate? candidate)
    {
        if (candidate is null) return new() { ["completed"] = true };
        var json = new JsonObject { ["candidate"] = candidate.Candidate };
        if (candidate.SdpMid is { } mid) json["sdpMid"] = mid;
        if (candidate.SdpMLineIndex is { } index) json["sdpMLineIndex"] = index;
        return json;
    }
}
