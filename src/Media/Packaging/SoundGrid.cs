using Training.Media.Recording;

namespace Training.Media.Packaging;

/// <summary>
/// Where sound is cut into chunks that are mixed apart: counted in samples from an instant that does not move while the
/// session is recorded, so that a chunk mixed early still stands at its place in the finished replay.
/// </summary>
internal sealed record SoundGrid(DateTimeOffset Zero)
{
    public long At(DateTimeOffset instant) => (long)Math.Round((instant - Zero).TotalSeconds * RawPart.SoundRate);

    public DateTimeOffset Instant(long sample) => Zero.AddSeconds((double)sample / RawPart.SoundRate);

    public IEnumerable<SoundChunk> Between(DateTimeOffset from, DateTimeOffset to)
    {
        for (var index = SoundChunk.IndexOf(At(from)); index <= SoundChunk.IndexOf(At(to)); index++)
            yield return new SoundChunk(index);
    }
}

/// <summary>
/// Three minutes of sound, mixed in one go. What is read begins a second earlier (decoders, resampler and encoder have settled
/// when the chunk begins) and ends one AAC frame later (a frame overlaps the next), so that chunks join without a seam.
/// </summary>
internal sealed record SoundChunk(long Index)
{
    public const int FrameSamples = 1024;
    public const int SegmentFrames = 234;
    public const int Frames = 36 * SegmentFrames;

    private const int WarmUp = 47;

    /// <summary>What the encoder puts out before the chunk's first frame: the warm-up, and the one frame by which it is late.</summary>
    public const int FramesBefore = WarmUp + 1;

    public const int InputSamples = (WarmUp + Frames + 1) * FrameSamples;

    /// <summary>On the grid, in AAC frames.</summary>
    public long FirstFrame => Index * Frames;

    public long InputStart => (FirstFrame - WarmUp) * FrameSamples;

    public long InputEnd => InputStart + InputSamples;

    public static long IndexOf(long sample) => (long)Math.Floor((double)sample / FrameSamples / Frames);
}
