using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Resources;

public sealed class ResourceListTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Thirty_resources_a_page_and_none_twice_or_never()
    {
        var (group, author) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        for (var n = 0; n < 31; n++)
            await portal.Given.ResourceAsync(group, author, $"Fiche {n:00}");
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());

        var first = await browser.GetAsync($"/groupes/{group.Slug}/ressources?kind=PracticalSheet");
        var second = await first.FollowAsync("a[rel=next]");

        Assert.Equal((30, 1), (first.Texts("main h3").Count, second.Texts("main h3").Count));
        Assert.Equal(31, first.Texts("main h3").Concat(second.Texts("main h3")).Distinct().Count());
        Assert.False(second.Has("a[rel=next]"));
    }
}
