using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.TestKit;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;
using Training.TestKit.Postgres;

namespace Training.Portal.Tests.Registrations;

/// <summary>Fault 8: the database dies without a checkpoint in the middle of a registration rush, and starts again.</summary>
public sealed class DatabaseCrashTests
{
    private const int People = 120;
    private const int Seats = 80;
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Seats_acknowledged_before_a_database_crash_are_there_after_it_and_ten_seconds_later_nothing_fails()
    {
        using var files = new TemporaryDirectory();
        await using var cluster = await PrivateCluster.StartAsync(files.Make("pg"));
        await using var portal = await PortalHost.StartAsync(database: await TestDatabase.CreateAsync(cluster.ConnectionString));
        var home = await portal.Given.CollectiviteAsync();
        var conference = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), await portal.Given.MemberAsync(home), capacity: Seats);
        var people = new List<Member>();
        for (var i = 0; i < People; i++)
            people.Add(await portal.Given.MemberAsync(home));
        var rush = new Rush(portal, conference);

        var crowd = Task.WhenAll(people.Select(rush.SeatOrFullAsync));
        await Eventually.TrueAsync(() => rush.Seated.Count >= 10, TimeSpan.FromMinutes(1));
        await cluster.StopAsync(immediate: true);
        var seatedBefore = rush.Seated.Count;
        await cluster.StartAsync();
        rush.RecoveredAt = Stopwatch.GetTimestamp();
        await crowd;
        portal.Database.ForgetConnections();

        Assert.True(seatedBefore < Seats, "the rush was over before the crash");
        Assert.NotEqual(0, rush.Failures);
        Assert.Empty(rush.Late);
        Assert.Equal(Seats, rush.Seated.Count);
        (await SeatAudit.OfAsync(portal.Database, conference)).MustBalance();
        await new Auditor(portal.Database) { Now = PortalHost.Beginning, AcknowledgedSeats = [.. rush.Seated.Select(member => (conference.Id, member))] }.AssertAsync();
    }

    /// <summary>People who press the button until they are told that they have a seat, or that there is none.</summary>
    private sealed class Rush(PortalHost portal, Conference conference)
    {
        private int failures;
        private long recoveredAt;

        public ConcurrentBag<int> Seated { get; } = [];

        /// <summary>Answers of 500 and above after the time the portal has to recover.</summary>
        public ConcurrentBag<HttpStatusCode> Late { get; } = [];

        public int Failures => failures;

        public long RecoveredAt
        {
            set => Volatile.Write(ref recoveredAt, value);
        }

        public async Task SeatOrFullAsync(Member member)
        {
            using var browser = await portal.Browser().SignInAsync(member);
            await Eventually.TrueAsync(() => AnsweredAsync(browser, member), TimeSpan.FromMinutes(2), "an answer");
        }

        private async Task<bool> AnsweredAsync(Browser browser, Member member)
        {
            var page = await browser.GetAsync($"/conferences/{conference.Id}");
            if (Failed(page))
                return false;
            if (page.Has("form[action$='Register']"))
                page = await page.Form("form[action$='Register']").SubmitAsync();
            if (Failed(page))
                return false;
            if (page.Has("form[action$='Withdraw']"))
                Seated.Add(member.Id);
            return page.Has("form[action$='Withdraw']") || !page.Has("form[action$='Register']");
        }

        private bool Failed(Page page)
        {
            if (page.Status < HttpStatusCode.InternalServerError)
                return false;
            Interlocked.Increment(ref failures);
            if (Volatile.Read(ref recoveredAt) is var since and not 0 && Stopwatch.GetElapsedTime(since) > Recovery)
                Late.Add(page.Status);
            return true;
        }
    }
}
