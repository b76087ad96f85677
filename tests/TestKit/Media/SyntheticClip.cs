using System.Globalization;

namespace Training.TestKit.Media;

/// <summary>
/// Material with known instants: a white flash and a 1 kHz beep, both 100 ms long, together every <see cref="Period"/>
/// seconds beginning one second in. H.264 constrained baseline and Opus, as browsers send them. With noise instead of beeps
/// the sound takes space, as speech does.
/// </summary>
public sealed record SyntheticClip(IReadOnlyList<MediaFrame> Pictures, IReadOnlyList<MediaFrame> Sound)
{
    public const double Period = 5;
    public const double First = 1;

    public static async Task<SyntheticClip> MakeAsync(double seconds, int width = 320, int height = 180, int rate = 30, bool noise = false)
    {
        var video = await Ffmpeg.RunAsync(PictureArguments(seconds, width, height, rate));
        var sound = await Ffmpeg.RunAsync(SoundArguments(noise ? Noise(seconds) : Beeps(seconds)));
        return new SyntheticClip([.. AnnexB.Pictures(video.Output, rate)], [.. OggOpus.Packets(sound.Output)]);
    }

    /// <summary>A steady 1 kHz tone at -7 dB, and no picture.</summary>
    public static async Task<SyntheticClip> ToneAsync(double seconds)
    {
        var sound = await Ffmpeg.RunAsync(SoundArguments(FormattableString.Invariant($"aevalsrc=0.63*sin(2*PI*1000*t):s=48000:d={seconds}")));
        return new SyntheticClip([], [.. OggOpus.Packets(sound.Output)]);
    }

    /// <summary>The same again and again: a long session without encoding it.</summary>
    public SyntheticClip Repeated(int times, TimeSpan length) => new([.. Repeated(Pictures, times, length)], [.. Repeated(Sound, times, length)]);

    private static IEnumerable<MediaFrame> Repeated(IReadOnlyList<MediaFrame> frames, int times, TimeSpan length) =>
        Enumerable.Range(0, times).SelectMany(turn => frames.Select(frame => frame with { Time = frame.Time + turn * length }));

    private static string[] PictureArguments(double seconds, int width, int height, int rate) =>
    [
        "-v", "error", "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc=s={width}x{height}:r={rate}:d={seconds}"),
        "-vf", FormattableString.Invariant($"lutyuv=y=val/4,drawbox=c=white:t=fill:enable='lt(mod(t+{Period - First},{Period}),0.099)',format=yuv420p"),
        "-c:v", "libx264", "-preset", "ultrafast", "-profile:v", "baseline", "-g", (rate * 2).ToString(CultureInfo.InvariantCulture),
        "-x264-params", "repeat-headers=1:scenecut=0:aud=0", "-f", "h264", "-",
    ];

    internal static string Beeps(double seconds) =>
        FormattableString.Invariant($"aevalsrc='if(lt(mod(t+{Period - First},{Period}),0.1),0.6*sin(2*PI*1000*t),0)':s=48000:d={seconds}");

    private static string Noise(double seconds) => FormattableString.Invariant($"anoisesrc=r=48000:a=0.3:d={seconds}");

    private static string[] SoundArguments(string source) =>
    [
        "-v", "error", "-f", "lavfi", "-i", source,
        "-c:a", "libopus", "-b:a", "32k", "-application", "voip", "-frame_duration", "20", "-f", "ogg", "-",
    ];
}
