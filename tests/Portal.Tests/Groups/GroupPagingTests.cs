using System.Net;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Recordings;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Groups;

/// <summary>Long lists of a group go on from page to page: everything once.</summary>
public sealed class GroupPagingTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_hundred_members_a_page_animators_first()
    {
        var (group, home) = (await portal.Given.GroupAsync(), await portal.Given.CollectiviteAsync());
        for (var n = 0; n < 101; n++)
            await portal.Given.MembershipAsync(group, await portal.Given.MemberAsync(home, $"Élu {100 - n:000}"), n == 7 ? GroupRole.Animator : GroupRole.Member);
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());

        var first = await browser.GetAsync($"/groupes/{group.Slug}/membres");
        var second = await first.FollowAsync("a[rel=next]");

        Assert.Equal(["Élu 093", "Élu 000"], first.Texts("tbody th").Take(2));
        Assert.Contains("101 membres", first.Texts("caption").Single());
        Assert.Equal((100, "Élu 100"), (first.Texts("tbody th").Count, second.Texts("tbody th").Single()));
    }

    [Fact]
    public async Task The_group_shows_its_five_latest_replays_and_leads_to_all_of_them_behind_its_door()
    {
        var home = await portal.Given.CollectiviteAsync();
        var (group, trainer) = (await portal.Given.GroupAsync(privateTo: home), await portal.Given.MemberAsync(home));
        for (var n = 1; n <= 32; n++)
            await portal.Given.RecordingAsync(
                await portal.Given.ConferenceAsync(group, trainer, $"Séance {n:00}", portal.Clock.GetUtcNow().AddDays(-1 - n), state: ConferenceState.Ended), RecordingState.Published, "v");
        using var browser = await portal.Browser().SignInAsync(trainer);

        var page = await browser.GetAsync($"/groupes/{group.Slug}");
        Assert.Equal(["Séance 01", "Séance 05"], [page.Texts("section[aria-labelledby=replays] h3")[0], page.Texts("section[aria-labelledby=replays] h3")[^1]]);
        var all = await page.FollowAsync("section[aria-labelledby=replays] .section-head a");
        Assert.Equal(30, all.Texts("main h3").Count);
        Assert.Equal(["Séance 31", "Séance 32"], (await all.FollowAsync("a[rel=next]")).Texts("main h3"));
        using var stranger = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/replays?groupe={group.Slug}")).Status);
    }
}
