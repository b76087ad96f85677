using System.Globalization;

namespace Training.Benchmarks;

/// <summary>From the end of an hour's session to its replay, as a share of the session; never above a minute.</summary>
internal static class ReplayReady
{
    private const int Minutes = 60;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static Benchmark Row { get; } = new($"replay ready / session of {Minutes} min", Goal.Most(0.02), MeasureAsync);

    private static async Task<Outcome> MeasureAsync()
    {
        var (session, ready, bytes) = await ReplayReadyTime.MeasureAsync(Minutes);
        return new Outcome(
            ready / session,
            string.Create(CultureInfo.InvariantCulture, $"{ready.TotalSeconds:0.0} s for {session.TotalMinutes:0} min, {bytes / 1e6:0} MB raw"),
            ready > Longest ? "above 60 s" : null);
    }
}
