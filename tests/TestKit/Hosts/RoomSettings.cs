using Training.TestKit.Janus;

namespace Training.TestKit.Hosts;

/// <summary>Settings of a Portal that works with this Janus.</summary>
public static class RoomSettings
{
    public static Dictionary<string, string> For(JanusProcess janus)
    {
        var options = janus.Options();
        return new()
        {
            ["Training:MediaDirectory"] = Media(janus),
            ["Training:Rooms:Janus:Url"] = options.Url,
            ["Training:Rooms:Janus:ApiSecret"] = "",
            ["Training:Rooms:Janus:ApiSecretFile"] = options.ApiSecretFile!,
            ["Training:Attendance:BeatSeconds"] = "2",
            ["Logging:LogLevel:Training"] = Environment.GetEnvironmentVariable("LIVE_LOG") ?? "Warning",
        };
    }

    /// <summary>Its raw directory is the one in which Janus may write.</summary>
    private static string Media(JanusProcess janus)
    {
        var media = Directory.CreateDirectory(Path.Combine(janus.Directory, "media")).FullName;
        var raw = Path.Combine(media, "raw");
        if (!Path.Exists(raw))
            Directory.CreateSymbolicLink(raw, janus.RecordDirectory);
        return media;
    }
}
