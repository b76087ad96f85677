using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Training.Portal.Features.Calendars.Feeds;
using Training.Portal.Features.Conferences;
using Training.TestKit;
using Training.TestKit.Hosts;

namespace Training.Benchmarks;

/// <summary>
/// A calendar of 5,000 conferences over HTTP: rights asked, the mark of every row read, every entry sent; against a bare server that writes the
/// same octets from memory. No entry changes after the uncounted round, which writes them all.
/// </summary>
internal sealed class FeedOf5000 : IAsyncDisposable
{
    private const int Events = 5000;
    private const int Rounds = 9;
    private const string Programme =
        "Au programme : **ce qui change**, les seuils, les pièces à demander.\n\n1. Le texte\n2. Vos questions\n\nPour les agents qui préparent ou suivent des marchés, débutants compris.";

    private readonly HttpClient client = new();
    private readonly PortalHost portal;
    private WebApplication bare = null!;
    private string own = "";

    private FeedOf5000(PortalHost portal) => this.portal = portal;

    public static IReadOnlyList<Benchmark> Rows { get; } =
    [
        new($"feeds: a member's {Events} events / the same octets", Goal.Most(30), () => MeasureAsync(feed => feed.GetAsync(feed.own))),
        new($"feeds: the public {Events} events / the same octets", Goal.Most(15), () => MeasureAsync(feed => feed.GetAsync("agendas/programme.ics"))),
    ];

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await bare.DisposeAsync();
        await portal.DisposeAsync();
    }

    private static async Task<Outcome> MeasureAsync(Func<FeedOf5000, Task<double>> product)
    {
        await using var feed = new FeedOf5000(await PortalHost.StartAsync(options => options.Listen = true));
        await feed.PrepareAsync();
        return await Interleaved.CompareAsync("ms", Rounds, () => product(feed), () => feed.TimeAsync(new Uri(feed.bare.Urls.First())));
    }

    private async Task PrepareAsync()
    {
        var (group, trainer) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        var start = portal.Clock.GetUtcNow().AddDays(1);
        await portal.Database.StoreAsync([.. Enumerable.Range(0, Events).Select(n => new Conference
        {
            GroupId = group.Id,
            Title = string.Create(CultureInfo.InvariantCulture, $"Marchés publics : séance n° {n}, l’exécution"),
            Programme = Programme,
            StartsAt = start.AddHours(n),
            EndsAt = start.AddHours(n + 1),
            Capacity = 100,
            CreatedById = trainer.Id,
            CreatedAt = portal.Clock.GetUtcNow(),
            CalendarUid = $"{Guid.NewGuid():N}@portail.test",
        })]);
        await portal.WithAsync(async (FeedLinks links) => { await links.RenewAsync(trainer.Id); return 0; });
        own = $"agendas/{await portal.WithAsync((FeedLinks links) => links.TokenOfAsync(trainer.Id))}/programme.ics";
        bare = await ServeAsync(await client.GetByteArrayAsync(new Uri(portal.Address, own)));
    }

    private Task<double> GetAsync(string path) => TimeAsync(new Uri(portal.Address, path));

    private async Task<double> TimeAsync(Uri address)
    {
        var began = Stopwatch.GetTimestamp();
        var octets = await client.GetByteArrayAsync(address);
        var spent = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return octets.Length > Events * 500 ? spent : throw new InvalidOperationException($"{address} gives {octets.Length} octets.");
    }

    private static async Task<WebApplication> ServeAsync(byte[] octets)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        var site = builder.Build();
        site.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Free()}/"));
        site.Run(context =>
        {
            context.Response.ContentType = "text/calendar; charset=utf-8";
            context.Response.ContentLength = octets.Length;
            return context.Response.Body.WriteAsync(octets).AsTask();
        });
        await site.StartAsync();
        return site;
    }
}
