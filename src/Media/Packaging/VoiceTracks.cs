using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <summary>Lays every person's sound on the session clock, one file each, ready to be mixed.</summary>
internal sealed class VoiceTracks(SessionTimeline timeline, string directory)
{
    private readonly List<string> files = [];
    private readonly List<ReplayInterval> heard = [];

    public IReadOnlyList<string> Files => files;

    public IReadOnlyList<ReplayInterval> Heard => heard;

    public int Channels { get; private set; } = 1;

    public void Copy(SessionTrack track, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, $"voice{files.Count + 1}.mp4");
        var channels = track.Parts.Any(p => p.Stereo) ? 2 : 1;
        var presence = new StageIntervals();
        using var writer = new SoundWriter(path, channels);
        foreach (var part in track.Parts)
            foreach (var packet in part.Packets())
            {
                cancellationToken.ThrowIfCancellationRequested();
                var time = timeline.Ticks(part, packet.Timestamp);
                presence.Seen((double)time / RawPart.SoundRate);
                writer.Add(time, packet.Payload.Span);
            }

        writer.Finish((long)(timeline.Duration.TotalSeconds * RawPart.SoundRate));
        Channels = Math.Max(Channels, channels);
        heard.AddRange(presence.Seconds);
        files.Add(path);
    }
}
