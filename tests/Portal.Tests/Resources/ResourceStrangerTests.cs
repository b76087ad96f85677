using System.Net;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Resources;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Resources;

/// <summary>A private group's resource: every address, for a stranger and for those entitled.</summary>
public sealed class ResourceStrangerTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/groupes/{g}/ressources"), InlineData("/groupes/{g}/ressources/nouvelle"), InlineData("/ressources/{r}"), InlineData("/ressources/{r}?version=1")]
    [InlineData("/ressources/{r}/table"), InlineData("/ressources/{r}/fichiers/{f}"), InlineData("/ressources/{d}"), InlineData("/ressources/{d}/preparer"), InlineData("/ressources/{d}/relire")]
    public async Task To_a_stranger_nothing_exists_and_to_those_entitled_it_does(string path)
    {
        var home = await portal.Given.CollectiviteAsync();
        var (author, stranger) = (await portal.Given.MemberAsync(home), await portal.Given.MemberAsync());
        var group = await portal.Given.GroupAsync("Secret de groupe", privateTo: home);
        await portal.Given.MembershipAsync(group, author, GroupRole.Animator);
        var resource = await portal.Given.ResourceAsync(group, author, "Secret publié");
        await portal.Given.TableAsync(resource, ["Nom"], ["Secret de cellule"]);
        var file = await portal.Given.AttachmentAsync(resource);
        var draft = await portal.Given.ResourceAsync(group, author, "Secret en cours", state: path.EndsWith("relire", StringComparison.Ordinal) ? ResourceState.Submitted : ResourceState.Draft);
        var target = path.Replace("{g}", group.Slug, StringComparison.Ordinal).Replace("{r}", $"{resource.Id}", StringComparison.Ordinal)
            .Replace("{f}", $"{file.Id}", StringComparison.Ordinal).Replace("{d}", $"{draft.Id}", StringComparison.Ordinal);

        var hidden = await (await portal.Browser().SignInAsync(stranger)).GetAsync(target);
        Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
        Assert.DoesNotContain("ecret", hidden.Content);
        Assert.StartsWith("/connexion?retour=", (await portal.Browser().GetAsync(target)).Path);
        Assert.Equal(HttpStatusCode.OK, (await (await portal.Browser().SignInAsync(author)).GetAsync(target)).Status);
    }

    [Fact]
    public async Task A_stranger_s_forged_posts_find_nothing_and_the_list_does_not_tell()
    {
        var home = await portal.Given.CollectiviteAsync();
        var group = await portal.Given.GroupAsync("Entre nous", privateTo: home);
        var resource = await portal.Given.ResourceAsync(group, await portal.Given.MemberAsync(home), "Confidentiel", price: 5);
        var stranger = await portal.Given.MemberAsync();
        await portal.Given.PointsAsync(stranger, 50);
        var browser = await portal.Browser().SignInAsync(stranger);
        var token = (await browser.GetAsync("/profil")).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");

        foreach (var handler in new[] { "Open", "Rate", "Next", "Door" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/ressources/{resource.Id}?handler={handler}", token, ("price", "5"), ("useful", "true"))).Status);

        Assert.DoesNotContain("Confidentiel", (await browser.GetAsync("/ressources")).Content);
        Assert.Contains("Confidentiel", (await (await portal.Browser().SignInAsync(await portal.Given.MemberAsync(home))).GetAsync("/ressources")).Content);
    }

    [Fact]
    public async Task A_reader_s_forged_door_and_next_version_find_nothing()
    {
        var resource = await portal.Given.ResourceAsync(await portal.Given.GroupAsync(), await portal.Given.MemberAsync(), price: 5);
        var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var token = (await browser.GetAsync("/profil")).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");

        foreach (var handler in new[] { "Next", "Door" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/ressources/{resource.Id}?handler={handler}", token, ("Door.Door", "Free"))).Status);
    }
}
