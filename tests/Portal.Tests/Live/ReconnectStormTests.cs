using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Live.Presence;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Live;

/// <summary>
/// Fault 28 at the size one small machine bears beside its other tests: every socket of a full room drops at once. Clients
/// and Portal share this process and its two cores; a Portal alone bears more.
/// </summary>
public sealed class ReconnectStormTests(LiveStage stage) : IClassFixture<LiveStage>
{
    /// <summary>More with TRAINING_STORM_PEOPLE, on a machine that is otherwise idle. The fault's own number is 5,000.</summary>
    private static readonly int People = int.Parse(Environment.GetEnvironmentVariable("TRAINING_STORM_PEOPLE") ?? "500", CultureInfo.InvariantCulture);

    /// <summary>Negotiation, socket and entering cost some nine statements a person; a multiple of it would be a herd on the database.</summary>
    private const int TransactionsEach = 20;

    private readonly ConcurrentQueue<HttpStatusCode> answers = new();

    [Fact]
    public async Task A_room_of_connections_dropped_at_once_are_all_back_within_30_seconds_and_everybody_is_counted_once()
    {
        var (conference, _) = await stage.OpenConferenceAsync(capacity: People);
        using var lines = new CuttableLines();
        var pages = await FillAsync(conference, lines);
        var before = pages.Select(page => page.Participation).ToHashSet();
        var transactions = await TransactionsAsync();

        pages.ForEach(page => page.StartCounting());
        lines.Cut();
        await Eventually.TrueAsync(() => !pages.Exists(page => page.IsInside));
        await Eventually.TrueAsync(() => pages.TrueForAll(page => page.IsInside), TimeSpan.FromSeconds(30), "everybody is back");

        await Eventually.TrueAsync(() => pages.TrueForAll(page => page.Count == People));
        Assert.Equal(People, await stage.WithAsync<PresenceDesk, int>(desk => desk.CountAsync(conference.Id)));
        Assert.Equal(before, pages.Select(page => page.Participation).ToHashSet());
        Assert.Empty(answers);
        var each = (await TransactionsAsync() - transactions) / (double)People;
        Assert.InRange(each, 1, TransactionsEach);
        var away = pages.Select(page => page.Away.TotalSeconds).Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{People} back: half in {away[People / 2]:0.0} s, the last in {away[^1]:0.0} s; {each:0.0} transactions each");
        await LeaveAsync(pages);
    }

    private async Task<List<ReturningPage>> FillAsync(Conference conference, CuttableLines lines)
    {
        var collectivite = await stage.Given.CollectiviteAsync();
        var pages = new ConcurrentBag<ReturningPage>();
        await Parallel.ForEachAsync(Enumerable.Range(0, People), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) =>
        {
            var member = await stage.Given.MemberAsync(collectivite);
            var page = new ReturningPage(stage.Address, await stage.CookieAsync(member), conference.Id, lines, answers);
            await page.ComeAsync();
            pages.Add(page);
        });
        var all = pages.ToList();
        await Eventually.TrueAsync(() => all.TrueForAll(page => page.IsInside), TimeSpan.FromSeconds(60 + (People / 50)));
        return all;
    }

    private static Task LeaveAsync(List<ReturningPage> pages) => Task.WhenAll(pages.Select(page => page.DisposeAsync().AsTask()));

    private async Task<long> TransactionsAsync()
    {
        await using var db = stage.Database.Open();
        return await db.Database.SqlQuery<long>(
            $"SELECT xact_commit + xact_rollback AS \"Value\" FROM pg_stat_database WHERE datname = current_database()").SingleAsync();
    }
}
