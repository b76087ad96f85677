using System.Text.Json.Nodes;

namespace Training.Media.Rooms.Janus;

/// <summary>The requests of the VideoRoom plugin, as this product uses it.</summary>
internal static class VideoRoom
{
    public static JsonObject Create(RoomPlan plan, JanusOptions options) => new()
    {
        ["request"] = "create",
        ["room"] = plan.RoomKey,
        ["permanent"] = false,
        ["is_private"] = true,
        ["description"] = plan.Title,
        ["secret"] = plan.Secret,
        ["pin"] = plan.Pin,
        ["publishers"] = plan.MaxPublishers,
        ["bitrate"] = options.MaxBitrate,
        ["bitrate_cap"] = true,
        ["fir_freq"] = options.KeyFrameSeconds,
        ["audiocodec"] = "opus",
        ["videocodec"] = "h264",
        ["h264_profile"] = "42e01f",
        ["opus_fec"] = true,
        // Upright pixels in the recording, whatever way a telephone is held.
        ["videoorient_ext"] = false,
        ["playoutdelay_ext"] = false,
        ["notify_joining"] = false,
        ["record"] = false,
        ["rec_dir"] = plan.RecordingDirectory,
        ["lock_record"] = true,
    };

    /// <summary>Proves by its secret that the room is ours, and brings what may change up to date.</summary>
    public static JsonObject Edit(RoomPlan plan, JanusOptions options) => new()
    {
        ["request"] = "edit",
        ["room"] = plan.RoomKey,
        ["secret"] = plan.Secret,
        ["new_pin"] = plan.Pin,
        ["new_publishers"] = plan.MaxPublishers,
        ["new_bitrate"] = options.MaxBitrate,
        ["new_fir_freq"] = options.KeyFrameSeconds,
        ["new_rec_dir"] = plan.RecordingDirectory,
    };

    public static JsonObject Record(RoomPlan plan, bool on) =>
        new() { ["request"] = "enable_recording", ["room"] = plan.RoomKey, ["secret"] = plan.Secret, ["record"] = on };

    public static JsonObject Destroy(RoomPlan plan) =>
        new() { ["request"] = "destroy", ["room"] = plan.RoomKey, ["secret"] = plan.Secret };

    public static JsonObject Publish(RoomPlan plan, string feedKey) => new()
    {
        ["request"] = "joinandconfigure",
        ["ptype"] = "publisher",
        ["room"] = plan.RoomKey,
        ["pin"] = plan.Pin,
        ["id"] = feedKey,
    };

    public static JsonObject Attend(RoomPlan plan) =>
        new() { ["request"] = "join", ["ptype"] = "publisher", ["room"] = plan.RoomKey, ["pin"] = plan.Pin };

    public static JsonObject Watch(RoomPlan plan, string feedKey) => new()
    {
        ["request"] = "join",
        ["ptype"] = "subscriber",
        ["room"] = plan.RoomKey,
        ["pin"] = plan.Pin,
        ["streams"] = new JsonArray(new JsonObject { ["feed"] = feedKey }),
    };

    public static JsonObject Start() => new() { ["request"] = "start" };

    public static JsonObject Configure() => new() { ["request"] = "configure" };

    public static JsonObject Restart() => new() { ["request"] = "configure", ["restart"] = true };
}
