using System.Text;

namespace Training.Media.Packaging;

/// <summary>
/// Writes the mixed sound's HLS part from AAC frames. A frame stands where its samples belong, so the track begins up to
/// one frame (21 ms) after the session and needs no edit list, which not every player follows.
/// </summary>
internal sealed class SoundSegments
{
    private readonly string directory;
    private readonly long zero;
    private readonly long firstFrame;
    private readonly long lastFrame;
    private readonly List<HlsSegment> segments = [];
    private Mp4Fragment? fragment;
    private int frames;

    /// <param name="zero">The session's start on the grid, in samples.</param>
    /// <param name="end">The session's end on the grid.</param>
    public SoundSegments(string directory, int channels, long zero, long end)
    {
        (this.directory, this.zero) = (directory, zero);
        firstFrame = (long)Math.Ceiling((double)zero / SoundChunk.FrameSamples);
        lastFrame = (long)Math.Ceiling((double)end / SoundChunk.FrameSamples) - 1;
        File.WriteAllBytes(Path.Combine(directory, Header), Mp4Track.Aac(channels));
    }

    private static string Header => $"{SoundMix.Name}-init.mp4";

    /// <summary>Chunks in their order, without a hole.</summary>
    public void Add(SoundChunk chunk, byte[] stream)
    {
        var number = chunk.FirstFrame;
        foreach (var frame in AdtsFrames.Whole(stream))
        {
            if (number >= firstFrame && number <= lastFrame)
                Put(number * SoundChunk.FrameSamples - zero, AdtsFrames.Payload(stream.AsSpan(frame)));
            number++;
        }
    }

    public void Finish()
    {
        Cut();
        File.WriteAllText(Path.Combine(directory, $"{SoundMix.Name}.m3u8"), new HlsPlaylist(Header, segments).ToString(), Encoding.ASCII);
    }

    private void Put(long time, ReadOnlySpan<byte> frame)
    {
        if (frames == SoundChunk.SegmentFrames)
            Cut();
        fragment ??= new Mp4Fragment(time);
        fragment.Add(time, true, frame);
        frames++;
    }

    private void Cut()
    {
        if (fragment is null)
            return;
        var file = $"{SoundMix.Name}-{segments.Count:D5}.m4s";
        var samples = (long)frames * SoundChunk.FrameSamples;
        using (var stream = new FileStream(Path.Combine(directory, file), FileMode.CreateNew, FileAccess.Write))
            fragment.WriteTo(stream, segments.Count + 1, fragment.Start + samples);
        segments.Add(new HlsSegment(file, (double)samples / Recording.RawPart.SoundRate));
        (fragment, frames) = (null, 0);
    }
}
