using System.Net;
using System.Net.Http.Json;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.Portal.Features.Replays.Watching;
using Training.Portal.Tests.Points;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Replays;

/// <summary>A real replay of this product; what the player says is sent as it sends it.</summary>
public sealed class WatchingTests(WatchingTests.Cinema cinema) : IClassFixture<WatchingTests.Cinema>
{
    [Fact]
    public async Task Watched_to_the_settings_share_it_earns_once_and_below_it_nothing()
    {
        var (member, browser) = await SeatedAsync();
        var seconds = await cinema.SecondsAsync();
        await PlayAsync(browser, 0, (int)(0.7 * seconds));
        Assert.Equal((0, 0), await cinema.SumsAsync(member));

        var told = await PlayAsync(browser, (int)(0.7 * seconds), (int)(0.9 * seconds));
        await PlayAsync(browser, 0, (int)(0.9 * seconds));

        Assert.True(told!.Reached);
        var line = Assert.Single(await cinema.EntriesAsync(member));
        Assert.Equal((PointsReason.ReplayWatched, told.Points, cinema.Conference.GroupId), (line.Reason, line.Amount, line.GroupId));
        Assert.Contains("Replay suivi", (await browser.GetAsync($"/conferences/{cinema.Conference.Id}/replay")).Text);
    }

    [Fact]
    public async Task A_script_that_claims_it_all_at_once_in_ten_tabs_earns_nothing()
    {
        var (member, browser) = await SeatedAsync();

        var seconds = await cinema.SecondsAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => BeatAsync(browser, new PlayedPart(0, 10_000), new PlayedPart(0, seconds))));

        Assert.Empty(await cinema.EntriesAsync(member));
    }

    [Fact]
    public async Task Its_trainers_earn_nothing_by_watching_it_and_who_was_there_live_only_what_is_left()
    {
        var (member, browser) = await SeatedAsync();
        await cinema.EarnAsync(new Earning(member.Id, 1000, PointsReason.AttendedLive, Earning.Conference(cinema.Conference.Id)));
        var trainer = await cinema.Browser().SignInAsync(cinema.Trainer);
        await trainer.GetAsync($"/conferences/{cinema.Conference.Id}/replay");

        await PlayAsync(browser, 0, await cinema.SecondsAsync());
        await PlayAsync(trainer, 0, await cinema.SecondsAsync());

        Assert.DoesNotContain(await cinema.EntriesAsync(member), e => e.Reason == PointsReason.ReplayWatched);
        Assert.Empty(await cinema.EntriesAsync(cinema.Trainer));
    }

    [Fact]
    public async Task To_a_stranger_and_before_the_page_is_opened_there_is_nothing_to_beat_at()
    {
        var stranger = await cinema.Browser().SignInAsync(await cinema.Given.MemberAsync());
        var early = await cinema.Browser().SignInAsync(await cinema.Given.MemberAsync(cinema.Home));

        Assert.Equal(HttpStatusCode.NotFound, (await BeatAsync(stranger, new PlayedPart(0, 5))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await BeatAsync(early, new PlayedPart(0, 5))).StatusCode);
        await early.GetAsync($"/conferences/{cinema.Conference.Id}/replay");
        Assert.Equal(HttpStatusCode.OK, (await BeatAsync(early, new PlayedPart(0, 5))).StatusCode);
    }

    private async Task<(Member Member, Browser Browser)> SeatedAsync()
    {
        var member = await cinema.Given.MemberAsync(cinema.Home);
        var browser = await cinema.Browser().SignInAsync(member);
        Assert.Contains("Vous avez regardé", (await browser.GetAsync($"/conferences/{cinema.Conference.Id}/replay")).Text);
        return (member, browser);
    }

    /// <summary>Plays at normal speed, a beat every fifteen seconds of the server's clock.</summary>
    private async Task<WatchProgress?> PlayAsync(Browser browser, int from, int to)
    {
        WatchProgress? told = null;
        for (var at = from; at < to; at += 15)
        {
            cinema.Clock.Advance(TimeSpan.FromSeconds(15));
            var answer = await BeatAsync(browser, new PlayedPart(at, Math.Min(at + 15, to)));
            told = await answer.Content.ReadFromJsonAsync<WatchProgress>();
        }

        return told;
    }

    private Task<HttpResponseMessage> BeatAsync(Browser browser, params PlayedPart[] played) =>
        browser.Client.PostAsJsonAsync(new Uri(cinema.Address, $"/conferences/{cinema.Conference.Id}/replay/suivi"), new { played });

    public sealed class Cinema : PortalHost, IAsyncLifetime
    {
        public Collectivite Home { get; private set; } = null!;

        public Member Trainer { get; private set; } = null!;

        public Conference Conference { get; private set; } = null!;

        public Task<int> SecondsAsync() => Database.WithAsync(db => Task.FromResult(db.ReplayViewings.First().Seconds));

        public async ValueTask InitializeAsync()
        {
            await StartAsync(this, options =>
            {
                options.Settings["Training:Points:MinimumSeconds"] = "5";
                options.Settings["Training:Points:ReplaySecondsPerPoint"] = "10";
            });
            Home = await Given.CollectiviteAsync();
            Trainer = await Given.MemberAsync(Home);
            var group = await Given.GroupAsync(privateTo: Home);
            Conference = await Given.ConferenceAsync(group, Trainer, startsAt: Clock.GetUtcNow().AddHours(-2), state: ConferenceState.Ended);
            await Given.ReplayAsync(Conference, Path.Combine(Files.Path, "media"));
        }
    }
}
