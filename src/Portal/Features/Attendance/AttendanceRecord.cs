namespace Training.Portal.Features.Attendance;

/// <summary>What was counted at the end: seconds really spent by one member in one conference. One row per pair.</summary>
public sealed class AttendanceRecord
{
    public int ConferenceId { get; set; }
    public int MemberId { get; set; }
    public int Seconds { get; set; }
    public DateTimeOffset CountedAt { get; set; }
}
