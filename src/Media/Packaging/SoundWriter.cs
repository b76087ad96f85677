using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <summary>
/// Writes one voice within one chunk as an unbroken fragmented MP4 of Opus, silence standing where nothing was
/// recorded. This is what ffmpeg mixes: no gap is left to its guess.
/// </summary>
internal sealed class SoundWriter : IDisposable
{
    private const long FragmentLength = 10L * RawPart.SoundRate;
    private const long SmallestHole = RawPart.SoundRate * 15 / 1000;
    private const long LargestOverlap = RawPart.SoundRate * 30 / 1000;

    private readonly FileStream file;
    private Mp4Fragment? fragment;
    private int fragments;
    private long lastTime = -1;

    /// <summary>End of what was written so far.</summary>
    private long cursor;

    public SoundWriter(string path, int channels)
    {
        file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(Mp4Track.Sound(channels));
    }

    /// <param name="time">At 48 kHz, from the file's start.</param>
    public void Add(long time, ReadOnlySpan<byte> packet)
    {
        var samples = OpusPacket.Samples(packet);
        if (samples == 0 || time < cursor - LargestOverlap)
            return;
        FillUntil(time);
        Put(Math.Max(time, lastTime + 1), packet, samples);
    }

    public void Finish() => Cut(Math.Max(cursor, lastTime + 1));

    public void Dispose() => file.Dispose();

    private void FillUntil(long time)
    {
        while (time - cursor > SmallestHole)
            Put(cursor, OpusPacket.Silence.Span, OpusPacket.SilenceSamples);
    }

    private void Put(long time, ReadOnlySpan<byte> packet, int samples)
    {
        if (fragment is not null && time - fragment.Start >= FragmentLength)
            Cut(time);
        fragment ??= new Mp4Fragment(time);
        fragment.Add(time, true, packet);
        (lastTime, cursor) = (time, time + samples);
    }

    private void Cut(long end)
    {
        fragment?.WriteTo(file, ++fragments, end);
        fragment = null;
    }
}
