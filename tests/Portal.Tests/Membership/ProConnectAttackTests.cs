using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>Who shall not come in by ProConnect; beside each, somebody who does.</summary>
public sealed class ProConnectAttackTests(ProConnectFixture portal) : IClassFixture<ProConnectFixture>
{
    [Theory]
    [InlineData("changed")]
    [InlineData("stranger")]
    [InlineData("stranger under our name")]
    [InlineData("none")]
    [InlineData("secret")]
    [InlineData("public key")]
    [InlineData("other audience")]
    [InlineData("other issuer")]
    [InlineData("expired")]
    [InlineData("unending")]
    [InlineData("somebody else")]
    [InlineData("plain")]
    public async Task User_information_not_signed_by_ProConnect_for_us_opens_nothing(string how)
    {
        var (_, subject) = await TiedAsync();
        await portal.FalsifyAsync(userInfo: how);
        using var browser = portal.Browser();
        await RefusedAsync(browser, await portal.SignInAsync(browser, subject), "Failed");

        await portal.FalsifyAsync();
        Assert.Equal("/", (await portal.SignInAsync(browser, subject)).Path);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("stranger under our name")]
    [InlineData("none")]
    [InlineData("secret")]
    [InlineData("other audience")]
    [InlineData("other issuer")]
    [InlineData("expired")]
    public async Task An_identity_token_not_signed_by_ProConnect_for_us_opens_nothing(string how)
    {
        var (_, subject) = await TiedAsync();
        await portal.FalsifyAsync(idToken: how);
        using var browser = portal.Browser();
        await RefusedAsync(browser, await portal.SignInAsync(browser, subject), "Failed");

        await portal.FalsifyAsync(idToken: "signed again");
        Assert.Equal("/", (await portal.SignInAsync(browser, subject)).Path);
    }

    [Fact]
    public async Task An_answer_opens_the_browser_that_asked_and_no_other()
    {
        var (_, subject) = await TiedAsync();
        using var mine = portal.Browser();
        using var other = portal.Browser();
        var back = await portal.Server.IdentifyAsync(await ProConnectFixture.LeaveAsync(mine), subject);
        await ProConnectFixture.LeaveAsync(other);

        await RefusedAsync(other, await other.GetAsync(back.PathAndQuery), "Failed");
        Assert.Equal("/", (await mine.GetAsync(back.PathAndQuery)).Path);
    }

    [Fact]
    public async Task A_changed_state_or_nonce_opens_nothing()
    {
        var (_, subject) = await TiedAsync();
        using var browser = portal.Browser();
        var back = await portal.Server.IdentifyAsync(await ProConnectFixture.LeaveAsync(browser), subject);
        await RefusedAsync(browser, await browser.GetAsync(With(back, "state", "forged-state-forged-state-forged-state").PathAndQuery), "Failed");

        var asked = await ProConnectFixture.LeaveAsync(browser);
        back = await portal.Server.IdentifyAsync(With(asked, "nonce", "another-nonce-another-nonce-another-nonce"), subject);
        await RefusedAsync(browser, await browser.GetAsync(back.PathAndQuery), "Failed");

        Assert.Equal("/", (await portal.SignInAsync(browser, subject)).Path);
    }

    [Fact]
    public async Task A_code_serves_once_and_only_beside_the_state_it_was_given_with()
    {
        var (_, subject) = await TiedAsync();
        using var victim = portal.Browser();
        var stolen = await portal.Server.IdentifyAsync(await ProConnectFixture.LeaveAsync(victim), subject);
        using var thief = portal.Browser();
        var own = await portal.Server.IdentifyAsync(await ProConnectFixture.LeaveAsync(thief), subject);
        await RefusedAsync(thief, await thief.GetAsync(With(own, "code", Query(stolen, "code")).PathAndQuery), "Failed");

        var (_, other) = await TiedAsync();
        using var replaying = portal.Browser();
        var used = await portal.Server.IdentifyAsync(await ProConnectFixture.LeaveAsync(replaying), other);
        Assert.Equal("/", (await replaying.GetAsync(used.PathAndQuery)).Path);
        using var later = portal.Browser();
        await RefusedAsync(later, await later.GetAsync(used.PathAndQuery), "Failed");
    }

    [Fact]
    public async Task The_address_of_a_member_given_by_an_identity_provider_takes_no_account_over()
    {
        var body = await portal.BodyAsync();
        var owner = await portal.MemberAsync(body, ProConnectFixture.AddressAt(body));
        var forger = await portal.PersonAsync(body, owner.Address, "fournisseur-complaisant");
        using var thief = portal.Browser();

        var stopped = await portal.SignInAsync(thief, forger);
        Assert.Equal("/connexion/code", stopped.Path);
        var code = await portal.CodeAsync(owner.Address);
        Assert.Contains("pas le bon", (await stopped.EnterAsync(SigningIn.Other(code))).Text, StringComparison.Ordinal);
        Assert.StartsWith("/connexion?", (await thief.GetAsync("/profil")).Path, StringComparison.Ordinal);

        // Not even the owner's confirmation in another browser ties the forger's identity.
        using var own = portal.Browser();
        await (await own.GetAsync(await portal.LinkAsync(owner.Address))).Form("main form").SubmitAsync();
        Assert.Equal("/profil", (await own.GetAsync("/profil")).Path);
        Assert.Equal("/connexion/code", (await portal.SignInAsync(portal.Browser(), forger)).Path);

        var entitled = await portal.PersonAsync(body, owner.Address);
        Assert.Equal("/", (await portal.SignInFirstAsync(own, entitled, owner.Address)).Path);
        Assert.Equal("/", (await portal.SignInAsync(portal.Browser(), entitled)).Path);
    }

    [Fact]
    public async Task The_same_subject_at_another_provider_is_somebody_else()
    {
        var (email, subject) = await TiedAsync();
        var body = await BodyOfAsync(email);
        await portal.PersonAsync(body, email, "fournisseur-b", subject);
        Assert.Equal("/connexion/code", (await portal.SignInAsync(portal.Browser(), subject)).Path);
        await portal.PersonAsync(body, email, "fournisseur-a", subject);
        Assert.Equal("/", (await portal.SignInAsync(portal.Browser(), subject)).Path);
    }

    [Fact]
    public async Task The_siret_of_another_body_opens_nothing_to_a_known_identity_and_ties_nothing_new()
    {
        var (email, subject) = await TiedAsync();
        var (body, other) = (await BodyOfAsync(email), await portal.BodyAsync());
        await portal.PersonAsync(other, email, subject: subject);
        using var browser = portal.Browser();
        await RefusedAsync(browser, await portal.SignInAsync(browser, subject), "OtherBody");

        var stranger = await portal.PersonAsync(other, email, "fournisseur-b");
        var entered = await portal.SignInFirstAsync(browser, stranger, email);
        Assert.Contains("ProConnect n’est pas relié", entered.Text, StringComparison.Ordinal);
        Assert.Equal("/connexion/code", (await portal.SignInAsync(portal.Browser(), stranger)).Path);

        await portal.PersonAsync(body, email, subject: subject);
        Assert.Equal("/", (await portal.SignInAsync(portal.Browser(), subject)).Path);
    }

    [Fact]
    public async Task A_contractor_whose_siret_is_in_no_register_is_told_what_to_do()
    {
        var company = new Collectivite { Name = "Prestataire", Siren = "552100554" };
        var body = await portal.BodyAsync();
        using var browser = portal.Browser();
        var refused = await portal.SignInAsync(browser, await portal.PersonAsync(company, ProConnectFixture.AddressAt(body)));
        Assert.Contains("55210055400018", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Vous êtes prestataire ?", refused.Text, StringComparison.Ordinal);
        await RefusedAsync(browser, refused, "NotInRegister");
        Assert.Equal("/connexion/code", (await portal.SignInAsync(browser, await portal.PersonAsync(body, ProConnectFixture.AddressAt(body)))).Path);
    }

    [Theory]
    [InlineData("siret", null)]
    [InlineData("siret", "2169000")]
    [InlineData("email", null)]
    [InlineData("idp_id", null)]
    public async Task Without_employer_mailbox_or_provider_nobody_can_be_told(string claim, string? value)
    {
        var body = await portal.BodyAsync();
        using var browser = portal.Browser();
        var subject = await portal.PersonAsync(body, ProConnectFixture.AddressAt(body), but: (claim, value));
        await RefusedAsync(browser, await portal.SignInAsync(browser, subject), "Incomplete");
    }

    [Fact]
    public async Task Throw_away_and_lapsed_mailboxes_are_sent_no_code()
    {
        var body = await portal.BodyAsync();
        var lapsed = $"cc-{Guid.NewGuid():N}"[..12] + ".fr";
        await portal.Database.StoreAsync(new LapsedDomain { Domain = lapsed, ListedAt = TimeProvider.System.GetUtcNow() });
        using var browser = portal.Browser();
        foreach (var email in new[] { "x@yopmail.com", $"x@{lapsed}", "x@y@ville.fr" })
            await RefusedAsync(browser, await portal.SignInAsync(browser, await portal.PersonAsync(body, email)), "MailboxRefused");
    }

    [Fact]
    public async Task A_referents_word_weighs_more_than_ProConnect_and_a_lapsed_domain_is_not_woken()
    {
        var (email, subject) = await TiedAsync();
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Address == email).ExecuteUpdateAsync(set => set.SetProperty(m => m.RemovedAt, TimeProvider.System.GetUtcNow())));
        using var browser = portal.Browser();
        await RefusedAsync(browser, await portal.SignInAsync(browser, subject), "Removed");

        await portal.Database.WithAsync(db => db.Members.Where(m => m.Address == email).ExecuteUpdateAsync(set => set.SetProperty(m => m.RemovedAt, (DateTimeOffset?)null)));
        await portal.Database.WithAsync(db => db.CollectiviteDomains.Where(d => email.EndsWith("@" + d.Domain)).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DomainState.Lapsed)));
        await RefusedAsync(browser, await portal.SignInAsync(browser, subject), "MailboxRefused");
    }

    [Fact]
    public async Task ProConnect_wakes_no_membership_whose_mailbox_is_at_a_domain_that_lapsed()
    {
        var body = await portal.BodyAsync();
        var host = $"syndicat-{Guid.NewGuid():N}"[..20] + ".fr";
        var subject = await portal.PersonAsync(body, $"agent@{host}");
        using var browser = portal.Browser();
        Assert.Equal("/", (await portal.SignInFirstAsync(browser, subject, $"agent@{host}")).Path);
        Assert.Equal("/", (await portal.SignInAsync(portal.Browser(), subject)).Path);
        await portal.ImportAsync(System.Text.Encoding.UTF8.GetBytes($"{host}\n"), kind: Training.Portal.Features.Membership.Import.RegisterImportKind.LapsedDomains);

        using var squatter = portal.Browser();
        await RefusedAsync(squatter, await portal.SignInAsync(squatter, subject), "MailboxRefused");
        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = await (await squatter.AskAsync($"agent@{host}")).Form("#mairie button").SubmitAsync();
        Assert.Equal("/connexion/commune", (await asked.EnterAsync(await portal.CodeAsync($"agent@{host}"))).Path);
    }

    [Fact]
    public async Task A_mailbox_unproved_for_a_year_is_asked_for_its_code_again()
    {
        var (email, subject) = await TiedAsync();
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Address == email).ExecuteUpdateAsync(set => set.SetProperty(m => m.ProvedAt, TimeProvider.System.GetUtcNow().AddMonths(-13))));
        using var browser = portal.Browser();
        var asked = await portal.SignInAsync(browser, subject);
        Assert.Equal("/connexion/code", asked.Path);
        Assert.StartsWith("/connexion?", (await browser.GetAsync("/profil")).Path, StringComparison.Ordinal);
        Assert.Equal("/", (await asked.EnterAsync(await portal.CodeAsync(email))).Path);
    }

    [Fact]
    public async Task Giving_up_at_ProConnect_comes_back_to_a_page_that_says_so()
    {
        using var browser = portal.Browser();
        await RefusedAsync(browser, await portal.SignInAsync(browser, "personne"), "Cancelled");
    }

    private async Task<(string Email, string Subject)> TiedAsync()
    {
        var body = await portal.BodyAsync();
        var email = ProConnectFixture.AddressAt(body);
        var subject = await portal.PersonAsync(body, email);
        using var browser = portal.Browser();
        Assert.Equal("/", (await portal.SignInFirstAsync(browser, subject, email)).Path);
        return (email, subject);
    }

    private Task<Collectivite> BodyOfAsync(string email) =>
        portal.Database.WithAsync(db => db.Members.Where(m => m.Address == email).Select(m => m.Collectivite).SingleAsync());

    private static async Task RefusedAsync(Browser browser, Page page, string cause)
    {
        Assert.StartsWith($"/connexion/proconnect/refus?cause={cause}", page.Path, StringComparison.Ordinal);
        Assert.StartsWith("/connexion?", (await browser.GetAsync("/profil")).Path, StringComparison.Ordinal);
    }

    private static string Query(Uri uri, string name) => System.Web.HttpUtility.ParseQueryString(uri.Query)[name]!;

    private static Uri With(Uri uri, string name, string value)
    {
        var query = System.Web.HttpUtility.ParseQueryString(uri.Query);
        query[name] = value;
        return new UriBuilder(uri) { Query = query.ToString() }.Uri;
    }
}
