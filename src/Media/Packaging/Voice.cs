using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <param name="Time">Samples on the <see cref="SoundGrid"/>.</param>
internal readonly record struct LaidPacket(long Time, byte[] Payload);

/// <summary>What one person says within one chunk.</summary>
internal sealed record VoicePart(string Owner, int Channels, IReadOnlyList<LaidPacket> Packets);

/// <summary>One person's sound laid on the grid, read once from start to end, window after window.</summary>
internal sealed class Voice(SessionTrack track, SessionTimeline timeline, SoundGrid grid) : IDisposable
{
    private readonly IEnumerator<LaidPacket> coming = Laid(track, timeline, grid).GetEnumerator();
    private readonly List<LaidPacket> held = [];
    private readonly long zero = grid.At(timeline.Origin);
    private bool over;

    public StageIntervals Heard { get; } = new();

    public int Channels { get; } = track.Parts.Any(p => p.Stereo) ? 2 : 1;

    /// <summary>Windows must not go back. Null when nothing is heard in this one.</summary>
    public VoicePart? In(SoundChunk chunk)
    {
        held.RemoveAll(packet => packet.Time < chunk.InputStart);
        while (!over && (held.Count == 0 || held[^1].Time < chunk.InputEnd))
            Pull(chunk.InputStart);
        List<LaidPacket> packets = [.. held.TakeWhile(packet => packet.Time < chunk.InputEnd)];
        return packets.Count > 0 ? new VoicePart($"{track.Feed.Owner}/{track.Feed.Kind}", Channels, packets) : null;
    }

    public void Dispose() => coming.Dispose();

    private void Pull(long from)
    {
        if (over = !coming.MoveNext())
            return;
        Heard.Seen((double)(coming.Current.Time - zero) / RawPart.SoundRate);
        if (coming.Current.Time >= from)
            held.Add(coming.Current);
    }

    private static IEnumerable<LaidPacket> Laid(SessionTrack track, SessionTimeline timeline, SoundGrid grid)
    {
        var zero = grid.At(timeline.Origin);
        foreach (var part in track.Parts)
            foreach (var packet in part.Packets())
                yield return new LaidPacket(zero + timeline.Ticks(part, packet.Timestamp), packet.Payload.ToArray());
    }
}
