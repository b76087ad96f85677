namespace Training.Media.Packaging;

/// <summary>ffmpeg's part: the voices of one chunk, already on the session clock, mixed into AAC frames.</summary>
internal static class SoundMix
{
    public const string Name = "sound";
    public const string Codec = "mp4a.40.2";

    /// <param name="voices">Files written by <see cref="SoundWriter"/>, named by us; none at all makes silence.</param>
    public static IEnumerable<string> Arguments(IReadOnlyList<string> voices, string output, int channels) =>
    [
        "-hide_banner", "-nostdin", "-v", "error", "-y", "-filter_threads", "1",
        .. voices.SelectMany(voice => (string[])["-protocol_whitelist", "file,pipe", "-f", "mov", "-i", "file:" + voice]),
        "-filter_complex", Graph(voices.Count, channels), "-map", "[mix]",
        "-c:a", "aac", "-aac_coder", "fast", "-b:a", channels == 2 ? "128k" : "96k", "-threads", "1", "-f", "adts", "file:" + output,
    ];

    /// <summary>
    /// Resampling follows each voice's own drift softly (from the first sample on: switched on by the first correction, it would
    /// count from zero again and insert as much silence as had been heard); a hole of 40 ms or more becomes silence at once, so that sound never
    /// runs further ahead than that; levels are added, not averaged (nobody gets quieter when another microphone opens), and a limiter keeps the
    /// sum from clipping.
    /// </summary>
    private static string Graph(int voices, int channels)
    {
        var layout = channels == 2 ? "stereo" : "mono";
        var each = Enumerable.Range(0, voices).Select(i =>
            $"[{i}:a]aresample=48000:async=1000:min_hard_comp=0.04:first_pts=0:flags=res:ochl={layout}:osf=fltp[v{i}];");
        var all = string.Concat(Enumerable.Range(0, voices).Select(i => $"[v{i}]"));
        var mix = voices switch
        {
            0 => $"anullsrc=r=48000:cl={layout},",
            1 => "[v0]",
            _ => $"{all}amix=inputs={voices}:duration=longest:normalize=0:dropout_transition=0,",
        };
        return string.Concat(each) + mix
            + $"alimiter=limit=0.95:level=false:latency=true,apad=whole_len={SoundChunk.InputSamples},atrim=end_sample={SoundChunk.InputSamples}[mix]";
    }
}
