namespace Training.Media.Packaging;

/// <summary>Mixes one chunk with one ffmpeg, and takes from its output exactly the frames that are the chunk's.</summary>
/// <param name="scratch">An existing directory for files of the moment.</param>
internal sealed class ChunkMixer(string scratch, int channels, int niceness = MediaTool.Niceness)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The chunk's frames, ADTS headers included.</summary>
    public async Task<byte[]> MixAsync(SoundChunk chunk, IReadOnlyList<VoicePart> voices, CancellationToken cancellationToken)
    {
        var files = new List<string>();
        foreach (var voice in voices)
            files.Add(Laid(chunk, voice, Path.Combine(scratch, $"chunk{chunk.Index}-voice{files.Count}.mp4")));
        var mixed = Path.Combine(scratch, $"chunk{chunk.Index}.aac");
        var (exit, errors) = await MediaTool.RunAsync("ffmpeg", SoundMix.Arguments(files, mixed, channels), Limit, cancellationToken, niceness);
        if (exit != 0 || errors.Contains("No space left", StringComparison.Ordinal))
            throw Failed(errors, $"ffmpeg ended with {exit}: {errors}");
        var bytes = await File.ReadAllBytesAsync(mixed, cancellationToken);
        foreach (var file in files.Append(mixed))
            File.Delete(file);
        return Own(bytes);
    }

    private byte[] Own(byte[] stream)
    {
        var frames = AdtsFrames.Whole(stream);
        if (frames.Count < SoundChunk.FramesBefore + SoundChunk.Frames)
            throw Failed("", $"ffmpeg mixed {frames.Count} frames instead of {SoundChunk.FramesBefore + SoundChunk.Frames}");
        return stream[frames[SoundChunk.FramesBefore].Start..frames[SoundChunk.FramesBefore + SoundChunk.Frames - 1].End];
    }

    private PackagingException Failed(string errors, string detail) =>
        new(errors.Contains("No space left", StringComparison.Ordinal) || DiskSpace.IsFull(scratch) ? PackagingFailure.DiskFull : PackagingFailure.ToolFailed, detail);

    private static string Laid(SoundChunk chunk, VoicePart voice, string path)
    {
        using var writer = new SoundWriter(path, voice.Channels);
        foreach (var packet in voice.Packets)
            writer.Add(packet.Time - chunk.InputStart, packet.Payload);
        writer.Finish();
        return path;
    }
}
