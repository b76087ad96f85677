namespace Training.Media.Recording;

/// <summary>One raw track file after the first pass: when its media happened, and what it lacks.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Name">As parsed from the file name.</param>
/// <param name="Codec"><c>h264</c> or <c>opus</c>.</param>
/// <param name="Clock">Puts its timestamps on the wall clock.</param>
/// <param name="Lowest">Timestamp of the first packet's media.</param>
/// <param name="Highest">Timestamp of the last packet's media.</param>
/// <param name="Captures">Packets whose sender said when it captured them, in order of arrival; none from a browser that does not.</param>
/// <param name="Stereo">Sound has two channels.</param>
/// <param name="Losses">Damage found in the file.</param>
public sealed record RawPart(
    string Path,
    RawTrackName Name,
    string Codec,
    IMediaClock Clock,
    long Lowest,
    long Highest,
    IReadOnlyList<CaptureSample> Captures,
    bool Stereo,
    IReadOnlyList<MjrLoss> Losses)
{
    public const int VideoRate = 90_000;
    public const int SoundRate = 48_000;

    public int Rate => IsVideo ? VideoRate : SoundRate;

    public DateTimeOffset First => Clock.At(Lowest);

    public DateTimeOffset Last => Clock.At(Highest);

    public bool IsVideo => Codec == "h264";

    /// <summary>Packets in their order, each with its unrolled timestamp. One pass over the file.</summary>
    public IEnumerable<OrderedPacket> Packets()
    {
        using var reader = MjrReader.Open(Path);
        var timeline = new RtpTimeline(Rate);
        var order = new RtpReorder();
        while (reader.TryRead(out var frame))
        {
            if (!RtpPacket.TryParse(frame.Packet, out var packet))
                continue;
            var (sequence, timestamp) = timeline.Extend(packet, frame.ArrivalMs);
            foreach (var ordered in order.Push(packet, sequence, timestamp, frame.ArrivalMs))
                yield return ordered;
        }

        foreach (var ordered in order.Flush())
            yield return ordered;
    }
}
