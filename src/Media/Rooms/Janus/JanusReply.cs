using System.Text.Json;

namespace Training.Media.Rooms.Janus;

/// <summary>What Janus answered, or said by itself: the core's envelope and, inside, the plugin's words.</summary>
internal readonly record struct JanusReply(JsonElement Root)
{
    public string Kind => Text(Root, "janus") ?? "";

    public string? Transaction => Text(Root, "transaction");

    public long SessionId => Number(Root, "session_id");

    public long Sender => Number(Root, "sender");

    /// <summary>Id of the session or handle just made.</summary>
    public long NewId => Root.TryGetProperty("data", out var data) ? Number(data, "id") : 0;

    public JsonElement Plugin => Root.TryGetProperty("plugindata", out var plugin) && plugin.TryGetProperty("data", out var data) ? data : default;

    public string? Sdp => Root.TryGetProperty("jsep", out var jsep) ? Text(jsep, "sdp") : null;

    /// <summary>Code of the core's or the plugin's error; 0 when all went well.</summary>
    public int ErrorCode => Root.TryGetProperty("error", out var error) ? (int)Number(error, "code") : (int)Number(Plugin, "error_code");

    public JanusReply OrThrow() => ErrorCode == 0 ? this : throw JanusErrors.Refusal(this);

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.TryGetInt64(out var number) ? number : 0;

    public static bool True(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
