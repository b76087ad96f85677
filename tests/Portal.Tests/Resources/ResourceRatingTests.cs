using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Resources;
using Training.Portal.Tests.Points;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Resources;

public sealed class ResourceRatingTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Each_reader_has_one_word_which_may_change_and_earns_the_author_points_once()
    {
        var (resource, author) = await PublishedAsync();
        var reader = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var page = await reader.GetAsync($"/ressources/{resource.Id}");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => page.Form("button[value=true]").SubmitAsync()));
        var changed = await page.Form("button[value=false]").SubmitAsync();
        Assert.Contains("utile 0, pas utile 1", changed.Text);
        var back = await changed.Form("button[value=true]").SubmitAsync();

        Assert.Contains("utile 1, pas utile 0", back.Text);
        Assert.Equal((2, 2), await portal.SumsAsync(author));
    }

    [Fact]
    public async Task The_author_has_no_word_on_it_by_page_nor_by_constraint_and_not_useful_earns_nothing()
    {
        var (resource, author) = await PublishedAsync();
        var mine = await (await portal.Browser().SignInAsync(author)).GetAsync($"/ressources/{resource.Id}");
        Assert.False(mine.Has("form[action*=Rate]"));
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => portal.Database.StoreAsync(
            new ResourceRating { ResourceId = resource.Id, MemberId = author.Id, AuthorId = author.Id, Useful = true, RatedAt = portal.Clock.GetUtcNow() }));
        Assert.Equal("ck_resource_ratings_not_own", ((PostgresException)refused.InnerException!).ConstraintName);

        var reader = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        await (await reader.GetAsync($"/ressources/{resource.Id}")).Form("button[value=false]").SubmitAsync();
        Assert.Equal((0, 0), await portal.SumsAsync(author));
    }

    private async Task<(Resource Resource, Member Author)> PublishedAsync()
    {
        var author = await portal.Given.MemberAsync();
        return (await portal.Given.ResourceAsync(await portal.Given.GroupAsync(), author), author);
    }
}
