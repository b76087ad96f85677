#:project ../../tests/TestKit/TestKit.csproj
#:property NoWarn=CA1303;RS0030
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Makes infra/demo/raw from slides.html and speech.txt. Not run by any other script: its result is committed.
// Needs chromium, espeak-ng and ffmpeg. From the repository's root: dotnet run --file infra/demo/make.cs
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Training.TestKit.Media;

var here = Here();
var raw = Path.Combine(here, "raw");
var scratch = Directory.CreateTempSubdirectory("demo-").FullName;
var start = new DateTimeOffset(2026, 1, 8, 9, 0, 0, TimeSpan.Zero);

var lines = File.ReadAllLines(Path.Combine(here, "speech.txt"));
var lengths = new List<double>();
for (var i = 0; i < lines.Length; i++)
{
    Run("espeak-ng", "-v", "fr+f3", "-s", "148", "-p", "42", "-w", At($"{i}.wav"), lines[i]);
    Run("ffmpeg", "-v", "error", "-y", "-i", At($"{i}.wav"), "-af", "adelay=600,apad=pad_dur=1.2,aresample=48000,highpass=f=90,lowpass=f=7500,volume=1.4", At($"{i}-voice.wav"));
    Run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--allow-file-access-from-files", "--window-size=1280,720",
        $"--screenshot={At($"{i}.png")}", $"file://{here}/slides.html#s{i + 1}");
    lengths.Add(new FileInfo(At($"{i}-voice.wav")).Length / 96_000.0);
}

File.WriteAllLines(At("voices.txt"), lengths.Select((_, i) => $"file '{At($"{i}-voice.wav")}'"));
Run("ffmpeg", "-v", "error", "-y", "-f", "concat", "-safe", "0", "-i", At("voices.txt"), "-c", "copy", At("voice.wav"));
var loudness = Loudness(At("voice.wav"), 15);

Console.WriteLine($"{lengths.Sum():F1} s");
Directory.CreateDirectory(At("frames"));
for (var i = 0; i < loudness.Count; i++)
    File.WriteAllText(At($"frames/{i:D5}.svg"), Presenter(i / 15.0, loudness[i]));

var camera = await Ffmpeg.RunAsync(["-v", "error", "-framerate", "15", "-i", At("frames/%05d.svg"), "-vf", "format=yuv420p", .. H264(75, 27)]);
File.WriteAllLines(At("slides.txt"), lengths.SelectMany((l, i) => new[] { $"file '{At($"{i}.png")}'", FormattableString.Invariant($"duration {l}") }).Append($"file '{At($"{lengths.Count - 1}.png")}'"));
var screen = await Ffmpeg.RunAsync(["-v", "error", "-f", "concat", "-safe", "0", "-i", At("slides.txt"), "-vf", "fps=5,format=yuv420p", .. H264(40, 24)]);
var sound = await Ffmpeg.RunAsync("-v", "error", "-i", At("voice.wav"), "-ac", "1", "-c:a", "libopus", "-b:a", "28k", "-frame_duration", "20", "-f", "ogg", "-");

if (Directory.Exists(raw))
    Directory.Delete(raw, recursive: true);
Directory.CreateDirectory(raw);
var network = new TrackNetwork { DelayMs = 12, JitterMs = 9 };
RawTrack.Write(Raw("camera", "video", 0), "h264", AnnexB.Pictures(camera.Output, 15), start, network with { Seed = 1 });
RawTrack.Write(Raw("camera", "audio", 0), "opus", OggOpus.Packets(sound.Output), start, network with { Seed = 2 });
RawTrack.Write(Raw("screen", "video", 1), "h264", Late(AnnexB.Pictures(screen.Output, 5)), start, network with { Seed = 3 });
Directory.Delete(scratch, recursive: true);
return;

string At(string name) => Path.Combine(scratch, name);
string Raw(string feed, string kind, int second) =>
    Path.Combine(raw, $"videoroom-demo-user-demo-{feed}-{start.AddSeconds(second).ToUnixTimeMilliseconds()}000-{kind}-0.mjr");

static IEnumerable<MediaFrame> Late(IEnumerable<MediaFrame> frames) => frames.SkipWhile(f => f.Time.TotalSeconds < 0 || !f.Units.Any(u => (u[0] & 0x1F) == 5));

static string[] H264(int keyEvery, int quality) =>
[
    "-c:v", "libx264", "-preset", "slow", "-profile:v", "baseline", "-bf", "0", "-g", keyEvery.ToString(CultureInfo.InvariantCulture),
    "-crf", quality.ToString(CultureInfo.InvariantCulture), "-x264-params", "repeat-headers=1:scenecut=40:aud=0:sliced-threads=0:slices=1", "-f", "h264", "-",
];

static List<double> Loudness(string wav, int rate)
{
    var samples = File.ReadAllBytes(wav).AsSpan(44).ToArray();
    var step = 48_000 / rate;
    var levels = new List<double>();
    for (var from = 0; from + step * 2 <= samples.Length; from += step * 2)
    {
        var sum = 0.0;
        for (var i = from; i < from + step * 2; i += 2)
            sum += Math.Pow(BitConverter.ToInt16(samples, i) / 32768.0, 2);
        levels.Add(Math.Sqrt(sum / step));
    }

    return levels;
}

// A drawn presenter: no real person's face. She breathes, blinks, and her mouth follows the voice.
static string Presenter(double t, double loudness)
{
    var sway = 5 * Math.Sin(t * 0.9) + 2 * Math.Sin(t * 2.3);
    var nod = 3 * Math.Sin(t * 1.7) + 6 * Math.Min(loudness * 3, 1) * Math.Sin(t * 6);
    var breath = 1.5 * Math.Sin(t * 1.4);
    var mouth = 3 + 17 * Math.Min(loudness * 4.5, 1);
    var eye = t % 3.7 < 0.14 ? 1 : 6.5;
    return new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360">
        <defs><linearGradient id="wall" x2="1" y2="1"><stop stop-color="#E9E4D8"/><stop offset="1" stop-color="#CFD9D6"/></linearGradient></defs>
        <rect width="640" height="360" fill="url(#wall)"/>
        <rect x="36" y="40" width="150" height="170" rx="6" fill="#BBD6DE"/><path d="M111 40v170M36 122h150" stroke="#F6F2E8" stroke-width="7"/>
        <rect x="500" y="70" width="110" height="8" fill="#8A6A4F"/><rect x="510" y="30" width="15" height="40" fill="#0B5563"/><rect x="528" y="24" width="13" height="46" fill="#B9481A"/><rect x="544" y="34" width="17" height="36" fill="#5E8C7D"/><rect x="565" y="28" width="12" height="42" fill="#D9B36C"/>
        <path d="M540 300c-30-50-10-90 5-110 8 40 20 60 8 110zm14 0c0-40 22-70 45-78-5 35-15 60-38 78z" fill="#3E7C5F"/><path d="M525 296h60l-8 64h-44z" fill="#B77B55"/>
        <g transform="translate({sway * 0.5:F1} {breath:F1})"><path d="M180 360c4-74 58-104 140-104s136 30 140 104z" fill="#B9481A"/><path d="M288 250h64v30c-10 18-54 18-64 0z" fill="#D9A27E"/><path d="M262 268l58 44 58-44 18 8-76 62-76-62z" fill="#F2E9DC"/></g>
        <g transform="translate({sway:F1} {nod:F1})">
        <path d="M232 176c-8-84 34-124 88-124s98 38 88 126c-4 34-16 62-30 78h-116c-16-18-27-46-30-80z" fill="#4A3427"/>
        <ellipse cx="320" cy="176" rx="64" ry="80" fill="#E8B592"/><path d="M254 160c10-50 50-66 78-62 34 2 54 26 56 60-30-4-52-18-66-36-14 18-38 34-68 38z" fill="#4A3427"/>
        <ellipse cx="296" cy="172" rx="6.5" ry="{eye}" fill="#1C2B33"/><ellipse cx="346" cy="172" rx="6.5" ry="{eye}" fill="#1C2B33"/>
        <g fill="none" stroke="#0B5563" stroke-width="4"><circle cx="296" cy="172" r="20"/><circle cx="346" cy="172" r="20"/><path d="M316 170q5-5 10 0"/></g>
        <path d="M320 180q8 14-2 20" fill="none" stroke="#C98F6B" stroke-width="3"/>
        <ellipse cx="321" cy="222" rx="{17 - mouth * 0.2:F1}" ry="{mouth / 2:F1}" fill="#8E3B34"/></g>
        </svg>
        """).ToString();
}

static void Run(string program, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
    process.WaitForExit();
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
}

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
