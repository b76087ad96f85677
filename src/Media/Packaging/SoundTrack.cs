namespace Training.Media.Packaging;

/// <summary>
/// The mixed sound of a whole session, chunk after chunk, as many at once as there are cores. Chunks on the shelf that
/// still agree with the recording are taken as they are.
/// </summary>
/// <param name="shelf">Directory of chunks mixed while the session ran; need not exist.</param>
/// <param name="scratch">Existing directory for files of the moment.</param>
internal sealed class SoundTrack(SessionTimeline timeline, SoundGrid grid, string shelf, string scratch) : IDisposable
{
    private readonly List<Voice> voices = [.. timeline.Tracks.Where(t => !t.IsVideo).Select(t => new Voice(t, timeline, grid))];

    private int taken;

    public bool Any => voices.Count > 0;

    public int Channels => voices.Max(v => (int?)v.Channels) ?? 1;

    public IEnumerable<ReplayInterval> Heard => voices.SelectMany(v => v.Heard.Seconds);

    /// <summary>Chunks that were found on the shelf.</summary>
    public int Taken => taken;

    private DateTimeOffset End => timeline.Origin + timeline.Duration;

    /// <param name="done">Told after each chunk, with the share done.</param>
    public async Task MakeAsync(string directory, Action<double> done, CancellationToken cancellationToken)
    {
        if (!Any)
            return;
        var chunks = grid.Between(timeline.Origin, End).ToList();
        var finished = 0;
        await Parallel.ForEachAsync(chunks.Select(Laid), Options(cancellationToken), async (laid, stop) =>
        {
            await MixAsync(laid.Chunk, laid.Voices, stop);
            done((double)Interlocked.Increment(ref finished) / chunks.Count);
        });
        var segments = new SoundSegments(directory, Channels, grid.At(timeline.Origin), grid.At(End));
        foreach (var chunk in chunks)
            segments.Add(chunk, await File.ReadAllBytesAsync(Mixed(chunk), cancellationToken));
        segments.Finish();
    }

    /// <returns>False when the chunk was there already, and right.</returns>
    public async Task<bool> PutOnShelfAsync(SoundChunk chunk, int niceness, CancellationToken cancellationToken)
    {
        var (_, parts) = Laid(chunk);
        if (ChunkFile.Frames(OnShelf(chunk), parts) is not null)
            return false;
        ChunkFile.Write(OnShelf(chunk), parts, await new ChunkMixer(scratch, Channels, niceness).MixAsync(chunk, parts, cancellationToken));
        return true;
    }

    public void Dispose()
    {
        foreach (var voice in voices)
            voice.Dispose();
    }

    /// <summary>Read one chunk after the other, whoever mixes them.</summary>
    private (SoundChunk Chunk, IReadOnlyList<VoicePart> Voices) Laid(SoundChunk chunk) =>
        (chunk, [.. voices.Select(v => v.In(chunk)).OfType<VoicePart>()]);

    private async Task MixAsync(SoundChunk chunk, IReadOnlyList<VoicePart> parts, CancellationToken cancellationToken)
    {
        var frames = ChunkFile.Frames(OnShelf(chunk), parts);
        if (frames is not null)
            Interlocked.Increment(ref taken);
        frames ??= await new ChunkMixer(scratch, Channels).MixAsync(chunk, parts, cancellationToken);
        await File.WriteAllBytesAsync(Mixed(chunk), frames, cancellationToken);
    }

    private string OnShelf(SoundChunk chunk) => Path.Combine(shelf, $"chunk{chunk.Index}-{Channels}");

    private string Mixed(SoundChunk chunk) => Path.Combine(scratch, $"mixed{chunk.Index}");

    private static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
}
