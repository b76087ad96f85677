using System.Globalization;

namespace Training.TestKit.Media;

/// <summary>When a replay flashes and beeps, found by decoding it with ffmpeg.</summary>
public static class FlashAndBeep
{
    /// <summary>Start of each white flash, in seconds on the file's own clock.</summary>
    public static async Task<IReadOnlyList<double>> FlashesAsync(string file) =>
        Rises(await SeriesAsync(file, "-vf", "signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-", "-an"), 180);

    /// <summary>Start of each beep, in seconds on the file's own clock, 5 ms apart at best.</summary>
    public static async Task<IReadOnlyList<double>> BeepsAsync(string file) => Rises(await SoundAsync(file), -30);

    /// <summary>How loud each 5 ms are, in decibels.</summary>
    public static async Task<IReadOnlyList<(double Time, double Value)>> LevelsAsync(string file) => await SoundAsync(file);

    private static Task<List<(double Time, double Value)>> SoundAsync(string file) => SeriesAsync(
        file, "-af", "asetnsamples=240,astats=metadata=1:reset=1,ametadata=print:key=lavfi.astats.Overall.RMS_level:file=-", "-vn");

    private static async Task<List<(double Time, double Value)>> SeriesAsync(string file, params string[] filter)
    {
        var (output, _) = await Ffmpeg.RunAsync(["-v", "error", "-copyts", "-i", file, .. filter, "-f", "null", "-"]);
        var series = new List<(double, double)>();
        var time = 0.0;
        foreach (var line in System.Text.Encoding.ASCII.GetString(output).Split('\n'))
            if (line.Contains("pts_time:", StringComparison.Ordinal))
                time = Number(line[(line.IndexOf("pts_time:", StringComparison.Ordinal) + 9)..]);
            else if (line.Contains('='))
                series.Add((time, Number(line[(line.IndexOf('=') + 1)..])));
        return series;
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NegativeInfinity;

    private static List<double> Rises(List<(double Time, double Value)> series, double threshold)
    {
        var rises = new List<double>();
        for (var i = 0; i < series.Count; i++)
            if (series[i].Value >= threshold && (i == 0 || series[i - 1].Value < threshold) && (rises.Count == 0 || series[i].Time - rises[^1] > 1))
                rises.Add(series[i].Time);
        return rises;
    }
}
