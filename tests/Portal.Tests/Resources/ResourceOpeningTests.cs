using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Resources;
using Training.Portal.Tests.Points;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Resources;

public sealed class ResourceOpeningTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task At_49_of_50_points_it_is_refused_and_at_50_it_opens_paid_once_and_for_ever()
    {
        var (resource, reader) = await PricedAsync(50);
        await portal.Given.PointsAsync(reader, 49);
        var browser = await portal.Browser().SignInAsync(reader);
        var closed = await browser.GetAsync($"/ressources/{resource.Id}");
        Assert.Contains("Il vous manque 1 point.", closed.Text);
        Assert.DoesNotContain("texte", closed.Content);
        var forged = await browser.PostAsync($"/ressources/{resource.Id}?handler=Open", await TokenAsync(browser), ("price", "50"));
        Assert.Contains("rien n’a été pris", forged.Text);

        await portal.Given.PointsAsync(reader, 1);
        var offered = await browser.GetAsync($"/ressources/{resource.Id}");
        var clicks = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => offered.Form("form[action*=Open]").SubmitAsync()));

        Assert.All(clicks, page => Assert.Contains("Le texte entier", page.Text));
        Assert.Equal((0, 50), await portal.SumsAsync(reader));
        await portal.Database.WithAsync(db => db.Resources.Where(r => r.Id == resource.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Price, 900)));
        Assert.Contains("Le texte entier", (await browser.GetAsync($"/ressources/{resource.Id}")).Text);
        await new Auditor(portal.Database) { Now = portal.Clock.GetUtcNow() }.AssertAsync();
    }

    [Fact]
    public async Task At_49_points_earned_level_2_is_not_reached_and_at_50_it_is_even_when_they_are_spent()
    {
        var group = await portal.Given.GroupAsync();
        var resource = await portal.Given.ResourceAsync(group, await portal.Given.MemberAsync(), fromLevel: 2);
        var file = await portal.Given.AttachmentAsync(resource);
        var reader = await portal.Given.MemberAsync();
        await portal.Given.PointsAsync(reader, 49);
        var browser = await portal.Browser().SignInAsync(reader);
        var closed = await browser.GetAsync($"/ressources/{resource.Id}");
        Assert.Contains("Elle s’ouvre à partir du niveau 2, « Participation ». Il vous manque 1 point.", closed.Text);
        Assert.DoesNotContain("Le texte", closed.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/ressources/{resource.Id}/fichiers/{file.Id}")).Status);

        await portal.Given.PointsAsync(reader, 1);
        await portal.SpendAsync(reader, 40, "resource:999999");

        Assert.Contains("Le texte entier", (await browser.GetAsync($"/ressources/{resource.Id}")).Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/ressources/{resource.Id}/fichiers/{file.Id}")).Status);
    }

    [Fact]
    public async Task While_it_is_closed_its_files_and_table_and_versions_stay_closed_too()
    {
        var (resource, reader) = await PricedAsync(10, ResourceKind.DataTable);
        await portal.Given.TableAsync(resource, ["Commune"], ["Tableau secret"]);
        var file = await portal.Given.AttachmentAsync(resource);
        await portal.Given.PointsAsync(reader, 10);
        var browser = await portal.Browser().SignInAsync(reader);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/ressources/{resource.Id}/fichiers/{file.Id}")).Status);
        Assert.Equal($"/ressources/{resource.Id}", (await browser.GetAsync($"/ressources/{resource.Id}/table")).Path);
        Assert.DoesNotContain("Le texte", (await browser.GetAsync($"/ressources/{resource.Id}?version=1")).Text);
        var rated = await browser.PostAsync($"/ressources/{resource.Id}?handler=Rate", await TokenAsync(browser), ("useful", "true"));
        Assert.Contains("On donne son avis sur une ressource que l’on a ouverte", rated.Text);

        await (await browser.GetAsync($"/ressources/{resource.Id}")).Form("form[action*=Open]").SubmitAsync();

        Assert.Contains("Tableau secret", (await browser.GetAsync($"/ressources/{resource.Id}/table")).Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/ressources/{resource.Id}/fichiers/{file.Id}")).Status);
    }

    [Fact]
    public async Task A_price_that_changed_since_it_was_read_takes_nothing()
    {
        var (resource, reader) = await PricedAsync(10);
        await portal.Given.PointsAsync(reader, 100);
        var offered = await (await portal.Browser().SignInAsync(reader)).GetAsync($"/ressources/{resource.Id}");
        await portal.Database.WithAsync(db => db.Resources.Where(r => r.Id == resource.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Price, 60)));

        Assert.Contains("Le prix vient de changer", (await offered.Form("form[action*=Open]").SubmitAsync()).Text);
        Assert.Equal((100, 100), await portal.SumsAsync(reader));
    }

    [Fact]
    public async Task A_payment_reversed_closes_it_and_it_can_be_bought_again()
    {
        var (resource, reader) = await PricedAsync(10);
        await portal.Given.PointsAsync(reader, 10);
        var browser = await portal.Browser().SignInAsync(reader);
        await (await browser.GetAsync($"/ressources/{resource.Id}")).Form("form[action*=Open]").SubmitAsync();
        await portal.ReverseAsync((await portal.EntriesAsync(reader))[0].Id);

        var closed = await browser.GetAsync($"/ressources/{resource.Id}");
        Assert.DoesNotContain("Le texte", closed.Text);
        Assert.Contains("Le texte entier", (await closed.Form("form[action*=Open]").SubmitAsync()).Text);
        Assert.Equal((0, 10), await portal.SumsAsync(reader));
    }

    private async Task<(Resource Resource, Member Reader)> PricedAsync(int price, ResourceKind kind = ResourceKind.PracticalSheet) =>
        (await portal.Given.ResourceAsync(await portal.Given.GroupAsync(), await portal.Given.MemberAsync(), price: price, kind: kind), await portal.Given.MemberAsync());

    private static async Task<(string Name, string Value)> TokenAsync(Browser browser) =>
        (await browser.GetAsync("/profil")).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");
}
