namespace Training.TestKit.Media;

/// <summary>
/// A camera and a microphone for Chromium that flash and beep together every <see cref="SyntheticClip.Period"/> seconds.
/// Chromium itself plays the two files 17 to 50 ms apart.
/// </summary>
public static class FakeCapture
{
    /// <summary>Arguments to start Chromium with. It plays a .mjpeg file at 30 pictures a second, whatever it was made at.</summary>
    /// <param name="directory">Receives the two files.</param>
    public static async Task<IReadOnlyList<string>> ArgumentsAsync(string directory, int width = 640, int height = 360)
    {
        var (camera, microphone) = (Path.Combine(directory, "camera.mjpeg"), Path.Combine(directory, "microphone.wav"));
        await Ffmpeg.RunAsync(
            "-v", "error", "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc=s={width}x{height}:r=30:d=10"),
            "-vf", FormattableString.Invariant($"lutyuv=y=val/4,drawbox=c=white:t=fill:enable='lt(mod(t+{SyntheticClip.Period - SyntheticClip.First},{SyntheticClip.Period}),0.099)',format=yuvj420p"),
            "-q:v", "4", "-f", "mjpeg", camera);
        await Ffmpeg.RunAsync("-v", "error", "-f", "lavfi", "-i", SyntheticClip.Beeps(10), "-f", "wav", microphone);
        return
        [
            "--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
            $"--use-file-for-fake-video-capture={camera}", $"--use-file-for-fake-audio-capture={microphone}",
        ];
    }
}
