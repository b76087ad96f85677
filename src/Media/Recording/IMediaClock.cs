namespace Training.Media.Recording;

/// <summary>Puts one track's timestamps on the server's wall clock.</summary>
public interface IMediaClock
{
    /// <summary>Instant of a timestamp unrolled by <see cref="RtpTimeline"/>.</summary>
    DateTimeOffset At(long timestamp);
}
