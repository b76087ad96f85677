using System.Net;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Points;

public sealed class AccountPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task An_administrator_finds_a_member_s_lines_by_address_and_reverses_one_which_the_member_then_reads()
    {
        var member = await portal.Given.MemberAsync(name: "Awa Diallo", address: "awa@bourg.fr");
        await portal.GiveAsync(member, 40);
        await portal.SpendAsync(member, 30);
        var admin = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(name: "Léa Admin", administrator: true));

        var account = await (await admin.GetAsync("/points")).Form().SubmitAsync(("Adresse", "Awa@bourg.fr"));
        Assert.Equal($"/points/{member.Id}", account.Path);
        var refused = await account.Form("tbody form").SubmitAsync();
        Assert.Contains("Le motif manque", refused.Text);
        var done = await account.Form("tbody form").SubmitAsync(("why", "Fiche retirée"));

        Assert.Contains("Total gagné : 40 points. Solde : 40 points.", done.Text);
        var mine = await (await portal.Browser().SignInAsync(member)).GetAsync("/mes-points");
        Assert.Contains("Annulation de « Ressource ouverte : Fiche ». Motif : Fiche retirée Par Léa Admin.", mine.Text);
        Assert.Contains("Solde à dépenser : 40 points.", mine.Text);
        Assert.False(mine.Has("tbody form"));
    }

    [Fact]
    public async Task For_everyone_else_the_page_does_not_exist_and_a_forged_reversal_changes_nothing()
    {
        var member = await portal.Given.MemberAsync();
        await portal.GiveAsync(member, 10);
        var browser = await portal.Browser().SignInAsync(member);
        var token = (await browser.GetAsync("/profil")).Form("main form").Fields.Single(f => f.Name == "__RequestVerificationToken");
        var line = (await portal.EntriesAsync(member)).Single();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/points")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/points/{member.Id}")).Status);
        var forged = await browser.PostAsync($"/points/{member.Id}?handler=Reverse", token, ("entry", $"{line.Id}"), ("why", "Pour voir"));

        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.Equal((10, 10), await portal.SumsAsync(member));
    }

    [Fact]
    public async Task An_address_nobody_has_is_told_at_the_field_and_kept()
    {
        var admin = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));

        var page = await admin.GetAsync("/points?Adresse=personne%40nulle-part.fr");

        Assert.Contains("Aucun agent n’a cette adresse", page.Texts(".error-summary").Single());
        Assert.Equal("personne@nulle-part.fr", page.Document.QuerySelector("[name=Adresse]")!.GetAttribute("value"));
    }
}
