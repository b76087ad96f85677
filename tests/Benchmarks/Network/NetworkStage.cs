using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Benchmarks.Network;

/// <summary>
/// The Portal on the seeded network, listening; agents of every sort signed in. Sown once for all the rows that ask for it, or
/// once for many runs: the variable names a migrated database, sown by the first run that finds it empty.
/// </summary>
internal sealed class NetworkStage : IAsyncDisposable
{
    private const string Variable = "TRAINING_BENCH_NETWORK";
    private const int Readers = 24;
    private static readonly Lazy<Task<NetworkStage>> Shared = new(StartAsync);
    private readonly PortalHost portal;

    private NetworkStage(PortalHost portal, string connection)
    {
        this.portal = portal;
        Queries = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Options = "-c pg_trgm.word_similarity_threshold=0.4" });
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal.Address };
    }

    /// <summary>A bare client: no cookies of its own, no redirections.</summary>
    public HttpClient Client { get; }

    /// <summary>The same database, without the product.</summary>
    public NpgsqlDataSource Queries { get; }

    public IReadOnlyList<Visitor> Visitors { get; private set; } = [];

    public DateTimeOffset Now => portal.Clock.GetUtcNow();

    public static Task<NetworkStage> OpenAsync() => Shared.Value;

    /// <summary>Closes it if a row opened it.</summary>
    public static async Task CloseAsync()
    {
        if (Shared.IsValueCreated)
            await (await Shared.Value).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Queries.DisposeAsync();
        await portal.DisposeAsync();
    }

    private static async Task<NetworkStage> StartAsync()
    {
        var known = Environment.GetEnvironmentVariable(Variable);
        var portal = await PortalHost.StartAsync(options =>
        {
            options.Listen = true;
            options.Settings["ConnectionStrings:Training"] = known ?? options.Settings["ConnectionStrings:Training"];
        });
        var stage = new NetworkStage(portal, known ?? portal.Database.ConnectionString);
        if (await stage.Queries.CreateCommand("SELECT count(*) FROM members").ExecuteScalarAsync() is 0L)
            await Console.Error.WriteLineAsync(await NetworkSeed.SowAsync(known ?? portal.Database.ConnectionString));
        stage.Visitors = await stage.SignInAsync();
        return stage;
    }

    /// <summary>Awake members of the group that everybody is in, with few points and with many; none administers.</summary>
    private async Task<IReadOnlyList<Visitor>> SignInAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var since = Now.AddMonths(-11);
        var members = await scope.ServiceProvider.GetRequiredService<TrainingDb>().GroupMemberships
            .Where(m => m.GroupId == 1 && m.Member.ProvedAt > since && m.Member.RemovedAt == null && !m.Member.Administrator && m.MemberId % 20 < 2)
            .OrderBy(m => m.MemberId).Select(m => m.Member).Skip(40).Take(Readers).ToListAsync();
        List<Visitor> visitors = [];
        foreach (var member in members)
            visitors.Add(new Visitor(member.Id, member.CollectiviteId, await CookieAsync(member)));
        return visitors;
    }

    private async Task<string> CookieAsync(Member member)
    {
        using var browser = await portal.Browser().SignInAsync(member);
        return browser.Cookies.GetCookieHeader(portal.Address);
    }
}

/// <summary>A signed-in agent.</summary>
internal sealed record Visitor(int MemberId, int CollectiviteId, string Cookie);
