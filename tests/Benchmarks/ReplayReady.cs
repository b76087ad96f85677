using System.Globalization;

namespace Training.Benchmarks;

/// <summary>From the end of a session to its replay, as a share of the session; never above a minute.</summary>
internal static class ReplayReady
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static Benchmark Row(int minutes) => new($"replay ready / session of {minutes} min", Goal.Most(0.02), () => MeasureAsync(minutes));

    private static async Task<Outcome> MeasureAsync(int minutes)
    {
        var (session, ready, bytes) = await ReplayReadyTime.MeasureAsync(minutes);
        return new Outcome(
            ready / session,
            string.Create(CultureInfo.InvariantCulture, $"{ready.TotalSeconds:0.0} s for {session.TotalMinutes:0} min, {bytes / 1e6:0} MB raw"),
            ready > Longest ? "above 60 s" : null);
    }
}
