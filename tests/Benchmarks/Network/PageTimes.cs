using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Npgsql;

namespace Training.Benchmarks.Network;

/// <summary>
/// A page, its query and the bare page, asked in turn by one visitor after the other: whatever else the machine does falls on
/// all three. Milliseconds, to the last byte.
/// </summary>
internal sealed class PageTimes(NetworkStage stage, NetworkPage page)
{
    private const int WarmUp = 120;
    private const int Rounds = 400;
    private readonly List<double> pages = [];
    private readonly List<double> queries = [];
    private readonly List<double> bare = [];

    /// <summary>The first page that does not show what its query finds.</summary>
    public string? Fault { get; private set; }

    public double Page => Percentile.Of95(pages);

    /// <summary>What the page may be held against: its query and the bare page.</summary>
    public double Least => Percentile.Of95(queries) + Percentile.Of95(bare);

    public string Told => string.Create(
        CultureInfo.InvariantCulture,
        $"p95 {Page:0.0} ms against {Percentile.Of95(queries):0.0} (query) + {Percentile.Of95(bare):0.0} (healthz); ×{Page / Percentile.Of95(bare):0.0} of healthz");

    public static async Task<PageTimes> MeasureAsync(NetworkPage page)
    {
        var times = new PageTimes(await NetworkStage.OpenAsync(), page);
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            if (round == WarmUp)
                times.Forget();
            await times.RoundAsync(round);
        }

        return times;
    }

    private void Forget()
    {
        pages.Clear();
        queries.Clear();
        bare.Clear();
    }

    private async Task RoundAsync(int round)
    {
        var visitor = stage.Visitors[round % stage.Visitors.Count];
        var word = page.Word(round);
        var path = page.Path(word).Replace("{me}", visitor.MemberId.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var shown = await TimedAsync(pages, () => GetAsync(path, visitor));
        var found = await TimedAsync(queries, () => FindAsync(visitor, word));
        await TimedAsync(bare, () => GetAsync("healthz", visitor));
        if (found is not null && !WebUtility.HtmlDecode(Encoding.UTF8.GetString(shown)).Contains(found, StringComparison.Ordinal))
            Fault ??= $"{path} does not show « {found} »";
    }

    private static async Task<T> TimedAsync<T>(List<double> times, Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        var done = await work();
        times.Add(clock.Elapsed.TotalMilliseconds);
        return done;
    }

    private async Task<byte[]> GetAsync(string path, Visitor visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", visitor.Cookie);
        using var answer = await stage.Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Reads every row; the first text, if there is one.</summary>
    private async Task<string?> FindAsync(Visitor visitor, string word)
    {
        await using var command = stage.Queries.CreateCommand(page.Sql);
        object[] facts = [visitor.MemberId, visitor.CollectiviteId, stage.Now, word];
        foreach (var fact in facts)
            command.Parameters.Add(new NpgsqlParameter { Value = fact });
        await using var row = await command.ExecuteReaderAsync();
        string? first = null;
        while (await row.ReadAsync())
            first ??= row.GetString(0);
        return first;
    }
}
