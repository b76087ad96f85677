using System.Globalization;

namespace Training.Benchmarks.Network;

/// <summary>A page on the seeded network: never more than three times its query and the bare page together.</summary>
internal static class PageRow
{
    private const double Patience = 100;

    public static IEnumerable<Benchmark> All => NetworkPages.All.Select(Of);

    /// <summary>People wait for a search: its own bound, in milliseconds.</summary>
    public static Benchmark SearchAlone { get; } = new("network: search p95 / 100 ms", Goal.Most(1), async () =>
    {
        var times = await PageTimes.MeasureAsync(NetworkPages.Search);
        return new Outcome(times.Page / Patience, string.Create(CultureInfo.InvariantCulture, $"{times.Page:0.0} ms"), times.Fault);
    });

    private static Benchmark Of(NetworkPage page) => new($"network: {page.Name} p95 / its query + healthz", Goal.Most(3), async () =>
    {
        var times = await PageTimes.MeasureAsync(page);
        return new Outcome(times.Page / times.Least, times.Told, times.Fault);
    });
}
