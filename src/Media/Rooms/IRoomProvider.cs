namespace Training.Media.Rooms;

/// <summary>
/// The one seam towards a room engine (Janus here, Azure Communication Services by configuration).
/// Nothing outside <c>Media/Rooms/{Janus,Azure}</c> and the browser module named by
/// <see cref="BrowserModule"/> knows which engine runs.
/// Every call may throw <see cref="RoomEngineException"/>.
/// </summary>
public interface IRoomProvider
{
    /// <summary>Name of the browser module that speaks to this engine (<c>janus</c>, <c>azure</c>).</summary>
    string BrowserModule { get; }

    /// <summary>Creates the room, or confirms that it still exists with the same identity. Running it twice is harmless.</summary>
    Task OpenAsync(RoomPlan plan, CancellationToken cancellationToken);

    /// <summary>Starts or stops recording every present and future publisher, one raw file per track, in the plan's directory.</summary>
    Task SetRecordingAsync(RoomPlan plan, bool on, CancellationToken cancellationToken);

    /// <summary>Destroys the room and sends everyone out. A room that is already gone is not an error.</summary>
    Task CloseAsync(RoomPlan plan, CancellationToken cancellationToken);

    /// <summary>Throws <see cref="RoomEngineException"/> unless the engine answers in time.</summary>
    Task PingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Opens one participant's line into the room. With <paramref name="resume"/> (the value of
    /// <see cref="IRoomLine.ResumeKey"/> kept in a row) the line of an earlier process is claimed, its media untouched;
    /// null is returned when the engine no longer holds it and the participant must start anew.
    /// </summary>
    Task<IRoomLine?> ConnectAsync(RoomPlan plan, IRoomLineListener listener, string? resume, CancellationToken cancellationToken);
}

/// <summary>A room's identity and limits. The three keys are random per conference and never reach a browser.</summary>
/// <param name="RoomKey">Stable identity of the room inside the engine.</param>
/// <param name="Secret">Needed to record, close or edit the room.</param>
/// <param name="Pin">Needed to enter it.</param>
/// <param name="Title">Shown in the engine's own logs only.</param>
/// <param name="RecordingDirectory">Absolute directory that receives one raw file per track.</param>
/// <param name="MaxPublishers">Feeds at once (camera and screen count separately).</param>
public sealed record RoomPlan(string RoomKey, string Secret, string Pin, string Title, string RecordingDirectory, int MaxPublishers);

/// <summary>What a feed carries. Camera carries the microphone too; screen carries the shared sound when there is one.</summary>
public enum FeedKind
{
    Camera,
    Screen,
}

/// <summary>
/// One participant's signalling with the engine: feeds it publishes, feeds it watches. Each is a <em>leg</em>, one peer
/// connection, named by an opaque id. All SDP passes <c>SdpGate</c>: H.264 and Opus only, no data channel, no simulcast.
/// </summary>
public interface IRoomLine : IAsyncDisposable
{
    /// <summary>Opaque value with which a later process can claim this line after a crash.</summary>
    string ResumeKey { get; }

    /// <summary>Publishes a feed: takes the browser's offer, gives the engine's answer.</summary>
    /// <param name="feedKey">Identity of the feed, chosen by us, unique in the room; also names its raw files.</param>
    Task<LegSdp> PublishAsync(string feedKey, string offerSdp, CancellationToken cancellationToken);

    /// <summary>Starts watching a feed: gives the engine's offer, to be answered with <see cref="AnswerAsync"/>.</summary>
    Task<LegSdp> WatchAsync(string feedKey, CancellationToken cancellationToken);

    /// <summary>The browser's answer to an offer given by <see cref="WatchAsync"/> or <see cref="RestartWatchAsync"/>.</summary>
    Task AnswerAsync(string leg, string answerSdp, CancellationToken cancellationToken);

    /// <summary>ICE restart of a published feed: new offer in, new answer out, same leg.</summary>
    Task<LegSdp> RestartPublishAsync(string leg, string offerSdp, CancellationToken cancellationToken);

    /// <summary>ICE restart of a watched feed: a new offer, same leg.</summary>
    Task<LegSdp> RestartWatchAsync(string leg, CancellationToken cancellationToken);

    /// <summary>A candidate of the browser, or null when it has no more.</summary>
    Task TrickleAsync(string leg, IceCandidate? candidate, CancellationToken cancellationToken);

    /// <summary>Stops one leg.</summary>
    Task HangUpAsync(string leg, CancellationToken cancellationToken);
}

/// <summary>A session description and the leg it belongs to.</summary>
public sealed record LegSdp(string Leg, string Sdp);

/// <summary>RFC 8838 candidate as browsers give it.</summary>
public sealed record IceCandidate(string Candidate, string? SdpMid, int? SdpMLineIndex);

/// <summary>What the engine says about a line, in its own time. Called from the engine's reader: return at once.</summary>
public interface IRoomLineListener
{
    /// <summary>A candidate of the engine; null when it has no more.</summary>
    void OnCandidate(string leg, IceCandidate? candidate);

    /// <summary>Media flows (true) or stopped flowing (false) on a leg.</summary>
    void OnMedia(string leg, bool up);

    /// <summary>The network loses packets on a leg: <paramref name="lost"/> since the last word about it.</summary>
    void OnSlowLink(string leg, int lost)
    {
    }

    /// <summary>The engine ended a leg; the browser may start a new one.</summary>
    void OnLegLost(string leg, string reason);

    /// <summary>The engine forgot the whole line (it was restarted, or the room was destroyed).</summary>
    void OnLineLost(string reason);
}

/// <summary>Why a room engine did not do what it was asked.</summary>
public enum RoomRefusal
{
    Unavailable,
    TimedOut,
    NoSuchRoom,
    NoSuchFeed,
    SdpRefused,
    Full,
    Failed,
}

/// <summary>The engine, or the gate before it, refused. <see cref="Refusal"/> is what callers decide on; the message is for the log.</summary>
public sealed class RoomEngineException(RoomRefusal refusal, string message, Exception? inner = null) : Exception(message, inner)
{
    public RoomRefusal Refusal { get; } = refusal;
}
