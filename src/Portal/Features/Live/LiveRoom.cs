namespace Training.Portal.Features.Live;

/// <summary>The engine's room of one conference: its three random keys, and whether it is open. One row per conference.</summary>
public sealed class LiveRoom
{
    public int ConferenceId { get; set; }
    public required string RoomKey { get; set; }
    public required string Secret { get; set; }
    public required string Pin { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    /// <summary>Since when the engine has been recording; null while it is not.</summary>
    public DateTimeOffset? RecordingSince { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }
}
