namespace Training.Portal.Features.Attendance;

/// <summary>
/// An interval during which one member's media was connected, as seen by the server's clock: opened by the first beat,
/// carried on by each next one while the lease holds. Several may overlap (two tabs); presence is their union.
/// </summary>
public sealed class PresenceSpan
{
    public long Id { get; set; }
    public int ConferenceId { get; set; }
    public int MemberId { get; set; }
    public Guid ParticipationId { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset LastBeatAt { get; set; }
}
