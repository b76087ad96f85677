namespace Training.Media.Rooms.Janus;

/// <summary>Where Janus listens and how long it may take. Bound by the host from its own configuration.</summary>
public sealed class JanusOptions
{
    /// <summary>WebSocket transport of Janus, on loopback (<c>ws://127.0.0.1:8188</c>).</summary>
    public string Url { get; set; } = "";

    /// <summary>The <c>api_secret</c> itself, when no file holds it.</summary>
    public string? ApiSecret { get; set; }

    /// <summary>File written by <c>infra/janus/start</c> (<c>DIR/api-secret</c>); read again at each connection.</summary>
    public string? ApiSecretFile { get; set; }

    /// <summary>An engine that has not answered by then hangs.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a request waits for a connection that is being made again before it is refused.</summary>
    public TimeSpan ConnectWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Beat of each line; well under Janus' <c>session_timeout</c> of 60 s.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest pause between two attempts to connect; they start at a tenth of a second, with jitter.</summary>
    public TimeSpan MaxBackOff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Highest bitrate asked of one publisher, in bits per second.</summary>
    public int MaxBitrate { get; set; } = 2_500_000;

    /// <summary>Bitrate at which a Chromium publisher starts, in kbit/s: enough for a full picture at once.</summary>
    public int StartBitrate { get; set; } = 1500;

    /// <summary>Seconds between two key frames asked of a publisher: the seek step of a replay.</summary>
    public int KeyFrameSeconds { get; set; } = 2;

    internal string Secret => ApiSecretFile is { Length: > 0 } file ? File.ReadAllText(file).Trim() : ApiSecret ?? "";
}
