using System.Globalization;

namespace Training.Media.Packaging;

/// <summary>ffmpeg's part: every voice, already on the session clock, mixed into one AAC track cut for HLS.</summary>
internal static class SoundMix
{
    public const string Name = "sound";
    public const string Codec = "mp4a.40.2";

    /// <param name="voices">Files written by <see cref="SoundWriter"/>; their names are ours.</param>
    public static IEnumerable<string> Arguments(IReadOnlyList<string> voices, string directory, double duration, int channels)
    {
        string[] global = ["-hide_banner", "-nostdin", "-v", "error", "-filter_threads", "1"];
        var inputs = voices.SelectMany(voice => (string[])["-protocol_whitelist", "file,pipe", "-f", "mov", "-i", "file:" + voice]);
        string[] output =
        [
            "-filter_complex", Graph(voices.Count, duration, channels), "-map", "[mix]",
            "-c:a", "aac", "-aac_coder", "fast", "-b:a", channels == 2 ? "128k" : "96k",
            "-f", "hls", "-hls_time", "5", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4",
            "-hls_flags", "independent_segments", "-hls_fmp4_init_filename", $"{Name}-init.mp4",
            "-hls_segment_filename", Path.Combine(directory, $"{Name}-%05d.m4s"), Path.Combine(directory, $"{Name}.m3u8"),
        ];
        return [.. global, .. inputs, .. output];
    }

    /// <summary>
    /// Resampling follows each voice's own drift softly; levels are added, not averaged (nobody gets quieter when another
    /// microphone opens), and a limiter keeps the sum from clipping.
    /// </summary>
    private static string Graph(int voices, double duration, int channels)
    {
        var layout = channels == 2 ? "stereo" : "mono";
        var each = Enumerable.Range(0, voices).Select(i =>
            $"[{i}:a]aresample=48000:async=1000:first_pts=0:ochl={layout}:osf=fltp[v{i}];");
        var all = string.Concat(Enumerable.Range(0, voices).Select(i => $"[v{i}]"));
        var mix = voices > 1 ? $"{all}amix=inputs={voices}:duration=longest:normalize=0:dropout_transition=0," : "[v0]";
        var end = duration.ToString("F3", CultureInfo.InvariantCulture);
        return string.Concat(each) + mix + $"alimiter=limit=0.95:level=false:latency=true,apad=whole_dur={end},atrim=end={end}[mix]";
    }
}
