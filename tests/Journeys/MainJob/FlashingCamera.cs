using Training.TestKit;
using Training.TestKit.Media;

namespace Training.Journeys.MainJob;

/// <summary>
/// What the trainer's camera and microphone show: a white flash and a 1 kHz beep, 100 ms each, together every
/// <see cref="SyntheticClip.Period"/> seconds, in the files Chromium plays as devices (the picture's at 30 a second, whatever it was made at).
/// </summary>
internal sealed class FlashingCamera : IDisposable
{
    private const double Period = SyntheticClip.Period;
    private const int Seconds = 60;
    private readonly TemporaryDirectory files = new();

    private string Picture => Path.Combine(files.Path, "camera.mjpeg");

    private string Sound => Path.Combine(files.Path, "microphone.wav");

    /// <summary>Chromium's switches that make it its devices.</summary>
    public string[] Switches => [$"--use-file-for-fake-video-capture={Picture}", $"--use-file-for-fake-audio-capture={Sound}"];

    public static async Task<FlashingCamera> MakeAsync()
    {
        var camera = new FlashingCamera();
        await Ffmpeg.RunAsync("-v", "error", "-f", "lavfi", "-i", $"testsrc=s=640x360:r=30:d={Seconds}",
            "-vf", FormattableString.Invariant($"lutyuv=y=val/4,drawbox=c=white:t=fill:enable='lt(mod(t,{Period}),0.099)',format=yuvj420p"),
            "-q:v", "5", "-f", "mjpeg", camera.Picture);
        await Ffmpeg.RunAsync("-v", "error", "-f", "lavfi",
            "-i", FormattableString.Invariant($"aevalsrc='if(lt(mod(t,{Period}),0.1),0.6*sin(2*PI*1000*t),0)':s=48000:d={Seconds}"),
            "-c:a", "pcm_s16le", camera.Sound);
        return camera;
    }

    public void Dispose() => files.Dispose();

    /// <summary>
    /// Notes, beside the product, when the captured tracks themselves flash and beep (milliseconds of Unix time): what the
    /// source showed in this run, with which the replay is compared.
    /// </summary>
    public const string SourceProbe = """
        window.sourceFlashes = []; window.sourceBeeps = [];
        const capture = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        // A shared screen's sound is played from the same file, at a moment of its own: its beeps would be taken for the microphone's.
        const share = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getDisplayMedia = async (constraints) => {
          const stream = await share(constraints);
          for (const track of stream.getAudioTracks()) track.enabled = false;
          return stream;
        };
        const rises = (list, at) => { if (list.length === 0 || at - list[list.length - 1] > 1000) list.push(at); };
        navigator.mediaDevices.getUserMedia = async (constraints) => {
          const stream = await capture(constraints);
          const follow = async (track, seen) => {
            const reader = new MediaStreamTrackProcessor({ track: track.clone() }).readable.getReader();
            // A busy page reads late: what was captured when is told by the track's own timestamps, put on the page's clock by the quickest read.
            let ahead = Infinity;
            for (;;) {
              const { value, done } = await reader.read();
              if (done) return;
              ahead = Math.min(ahead, performance.timeOrigin + performance.now() - value.timestamp / 1000);
              await seen(value, value.timestamp / 1000 + ahead);
              value.close();
            }
          };
          for (const track of stream.getVideoTracks()) void follow(track, async (frame, at) => {
            const pixels = new Uint8Array(frame.allocationSize());
            await frame.copyTo(pixels);
            let sum = 0;
            for (let i = 0; i < 20000; i += 200) sum += pixels[i];
            if (sum / 100 > 180) rises(window.sourceFlashes, at);
          });
          for (const track of stream.getAudioTracks()) void follow(track, async (data, at) => {
            const samples = new Float32Array(data.numberOfFrames);
            data.copyTo(samples, { planeIndex: 0, format: "f32-planar" });
            if (samples.some((s) => Math.abs(s) > 0.1)) rises(window.sourceBeeps, at);
          });
          return stream;
        };
        """;
}
