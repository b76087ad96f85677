using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.WayIn;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Membership;

/// <summary>Referents answer for the agents of their collectivité, and of no other.</summary>
public sealed class ReferentTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_referent_is_told_of_a_request_and_approves_it()
    {
        var (ville, referent, browser) = await HouseAsync();
        var asking = await AskAsync(ville);
        await portal.DrainAsync(100);
        Assert.Contains("Odile Petit", portal.Mail.To(referent.Address)[^1].Read().TextBody, StringComparison.Ordinal);

        var done = await (await browser.GetAsync($"/collectivites/{ville.Id}")).Form("#demandes button[value=true]").SubmitAsync();

        Assert.Contains("acceptée", done.Text, StringComparison.Ordinal);
        var member = await portal.Database.WithAsync(db => db.Members.SingleAsync(m => m.Address == asking.ToString()));
        Assert.Equal((ville.Id, MemberProof.Approval), (member.CollectiviteId, member.Proof));
        await portal.DrainAsync(100);
        Assert.Contains("Connectez-vous", portal.Mail.To(asking.ToString())[^1].Read().TextBody, StringComparison.Ordinal);
        using var agent = await portal.Browser().SignInAsync(member);
        Assert.Equal("/profil", (await agent.GetAsync("/profil")).Path);
    }

    [Fact]
    public async Task A_refused_request_admits_nobody_whatever_code_comes_later()
    {
        var (ville, _, browser) = await HouseAsync();
        var asking = await AskAsync(ville);
        await (await browser.GetAsync($"/collectivites/{ville.Id}")).Form("#demandes button[value=false]").SubmitAsync();
        var answer = await portal.WithAsync((AdmissionDesk desk) => desk.TryAsync(asking, "123456"));
        Assert.Equal(AdmissionRefusal.Refused, answer.Refusal);
        Assert.False(await portal.Database.WithAsync(db => db.Members.AnyAsync(m => m.Address == asking.ToString())));
    }

    [Fact]
    public async Task A_removed_agent_is_out_at_once_cannot_come_back_alone_and_keeps_points()
    {
        var (ville, _, referent) = await HouseAsync();
        var agent = await portal.Given.MemberAsync(ville, "Luc Parti");
        var other = await portal.Given.MemberAsync(ville);
        using var gone = await portal.Browser().SignInAsync(agent);
        using var kept = await portal.Browser().SignInAsync(other);
        Assert.Equal("/profil", (await gone.GetAsync("/profil")).Path);

        await (await referent.GetAsync($"/collectivites/{ville.Id}")).Form($"form[action*=Remove]:has(input[value='{agent.Id}']) button").SubmitAsync();

        Assert.StartsWith("/connexion?", (await gone.GetAsync("/profil")).Path, StringComparison.Ordinal);
        Assert.Equal("/profil", (await kept.GetAsync("/profil")).Path);
        using var again = portal.Browser();
        var back = await portal.SignInByCodeAsync(again, agent.Address);
        Assert.Equal("/connexion/commune", back.Path);
        Assert.Contains("ne faites plus partie", back.Text, StringComparison.Ordinal);
        Assert.Equal("/connexion/commune", (await (await again.GetAsync("/connexion/collectivite")).Form("main form").SubmitAsync(("Name", "Luc Parti"))).Path);
        Assert.StartsWith("/connexion?", (await again.GetAsync("/profil")).Path, StringComparison.Ordinal);

        var asked = await portal.WithAsync((AdmissionDesk desk) => desk.AskAsync(MailAddressRule.Read(agent.Address).Address!, ville, "Luc Parti", "fr"));
        Assert.Null(asked.Refusal);
        await (await referent.GetAsync($"/collectivites/{ville.Id}")).Form("#demandes button[value=true]").SubmitAsync();
        await portal.DrainAsync(100);
        using var welcome = portal.Browser();
        Assert.Equal("/", (await portal.SignInByCodeAsync(welcome, agent.Address)).Path);
        Assert.Equal(1, await portal.Database.WithAsync(db => db.Members.CountAsync(m => m.Address == agent.Address)));
    }

    [Fact]
    public async Task The_house_does_not_exist_for_members_nor_for_referents_of_another()
    {
        var (ville, _, entitled) = await HouseAsync();
        var (_, _, stranger) = await HouseAsync();
        var member = await portal.Given.MemberAsync(ville);
        using var plain = await portal.Browser().SignInAsync(member);
        using var administrator = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));
        var path = $"/collectivites/{ville.Id}";

        foreach (var browser in new[] { entitled, administrator })
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).Status);
        foreach (var browser in new[] { stranger, plain })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
            var token = (await browser.GetAsync("/profil")).Form("form:has([name=TimeZone])").Fields.Single(f => f.Name == "__RequestVerificationToken");
            foreach (var handler in new[] { "Decide", "Remove", "Name", "Judge", "Contact" })
                Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"{path}?handler={handler}", token, ("member", $"{member.Id}"), ("referent", "true"), ("admit", "true"))).Status);
        }

        Assert.Null(await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == member.Id).Select(m => m.ReferentSince).SingleAsync()));
    }

    [Fact]
    public async Task A_referent_touches_no_agent_of_another_collectivite_through_its_own_page()
    {
        var (ville, _, browser) = await HouseAsync();
        var stranger = await portal.Given.MemberAsync();
        var form = (await browser.GetAsync($"/collectivites/{ville.Id}")).Form("form[action*=Remove]");
        await browser.PostAsync($"/collectivites/{ville.Id}?handler=Remove", [.. form.Fields.Where(f => f.Name != "member"), ("member", $"{stranger.Id}")]);
        Assert.Null(await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == stranger.Id).Select(m => m.RemovedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_referent_names_another_and_says_which_domain_is_theirs_but_never_the_official_mailbox()
    {
        var (ville, _, browser) = await HouseAsync();
        var agent = await portal.Given.MemberAsync(ville);
        await portal.Database.StoreAsync(new CollectiviteDomain { CollectiviteId = ville.Id, Domain = $"declare-{ville.Id}.fr", State = DomainState.Claimed });
        var page = await browser.GetAsync($"/collectivites/{ville.Id}");

        await page.Form($"form[action*=Name]:has(input[value='{agent.Id}']) button").SubmitAsync();
        await page.Form("#domaines button[value=Verified]").SubmitAsync();
        Assert.False(page.Has("[name=contact]"));
        await browser.PostAsync($"/collectivites/{ville.Id}?handler=Contact", [.. page.Form("form[action*=Judge]").Fields, ("contact", "pirate@orange.fr")]);

        await using var db = portal.Database.Open();
        Assert.NotNull((await db.Members.SingleAsync(m => m.Id == agent.Id)).ReferentSince);
        var pair = await db.CollectiviteDomains.SingleAsync(d => d.Domain == $"declare-{ville.Id}.fr");
        Assert.Equal(DomainState.Verified, pair.State);
        Assert.Equal(DomainState.Claimed, (await db.DomainChanges.SingleAsync(c => c.CollectiviteDomainId == pair.Id)).Before);
        Assert.Empty((await db.Collectivites.SingleAsync(c => c.Id == ville.Id)).ContactAddresses);
    }

    [Fact]
    public async Task An_administrator_writes_several_official_addresses_and_a_wrong_one_refuses_them_all_and_keeps_what_was_typed()
    {
        var ville = await portal.Given.CollectiviteAsync();
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync(administrator: true));
        var page = await browser.GetAsync($"/collectivites/{ville.Id}");
        var refused = await page.Form("form[action*=Contact]").SubmitAsync(("contact", "Mairie@Ville.fr\nmairie.annexe"));
        Assert.Contains("n’est pas une adresse", refused.Texts(".error-summary").Single(), StringComparison.Ordinal);
        Assert.Contains("mairie.annexe", refused.Document.QuerySelector("[name=contact]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await ContactsAsync(ville));

        await refused.Form("form[action*=Contact]").SubmitAsync(("contact", "Mairie@Ville.fr\r\nannexe@orange.fr ; mairie@ville.fr"));
        Assert.Equal(["mairie@ville.fr", "annexe@orange.fr"], await ContactsAsync(ville));
        Assert.Equal(["mairie@ville.fr", "annexe@orange.fr"], (await browser.GetAsync($"/collectivites/{ville.Id}")).Texts(".contact-address"));
    }

    [Fact]
    public async Task A_membership_sleeps_after_twelve_months_and_a_code_wakes_it()
    {
        var agent = await portal.Given.MemberAsync();
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == agent.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.ProvedAt, PortalHost.Beginning.AddMonths(-12))));
        using var asleep = await portal.Browser().SignInAsync(agent);
        Assert.StartsWith("/connexion?", (await asleep.GetAsync("/profil")).Path, StringComparison.Ordinal);
        Assert.Equal("/", (await portal.SignInByCodeAsync(asleep, agent.Address)).Path);
        Assert.Equal("/profil", (await asleep.GetAsync("/profil")).Path);
    }

    private async Task<string[]> ContactsAsync(Collectivite of) =>
        (await portal.Database.WithAsync(db => db.Collectivites.SingleAsync(c => c.Id == of.Id))).ContactAddresses;

    private async Task<(Collectivite Ville, Member Referent, Browser Browser)> HouseAsync()
    {
        var ville = await portal.Given.CollectiviteAsync();
        var referent = await portal.Given.MemberAsync(ville, "Rose Référente");
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == referent.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReferentSince, PortalHost.Beginning)));
        return (ville, referent, await portal.Browser().SignInAsync(referent));
    }

    private async Task<ProfessionalAddress> AskAsync(Collectivite ville)
    {
        var address = new ProfessionalAddress($"odile.{Guid.NewGuid():N}", "orange.fr");
        Assert.Null((await portal.WithAsync((AdmissionDesk desk) => desk.AskAsync(address, ville, "Odile Petit", "fr"))).Refusal);
        return address;
    }
}
