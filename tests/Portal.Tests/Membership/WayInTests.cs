using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.WayIn;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Membership;

/// <summary>Communes without a domain of their own: three of four.</summary>
public sealed class WayInTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task An_agent_of_a_commune_without_a_domain_comes_in_by_the_code_of_its_town_hall()
    {
        var (commune, contact) = await CommuneAsync();
        using var browser = portal.Browser();
        var address = $"secretaire.{Guid.NewGuid():N}@orange.fr";

        var waiting = await NameAsync(browser, address, commune, "Odile Petit");
        Assert.Equal("/connexion/mairie", waiting.Path);
        Assert.Contains(contact, waiting.Text, StringComparison.Ordinal);
        Assert.StartsWith("/connexion?", (await browser.GetAsync("/profil")).Path, StringComparison.Ordinal);
        var code = await CodeAtAsync(contact);
        var letter = portal.Mail.To(contact)[^1].Read();
        Assert.Contains("Odile Petit", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("4 essais", (await waiting.EnterAsync(SigningIn.Other(code))).Text, StringComparison.Ordinal);
        Assert.Equal("/", (await waiting.EnterAsync(code)).Path);

        var member = await MemberAsync(address);
        Assert.Equal((commune.Id, MemberProof.TownHall, "Odile Petit"), (member.CollectiviteId, member.Proof, member.Name));
        Assert.Equal(10, await portal.Database.WithAsync(db => db.PointsEntries.Where(e => e.MemberId == member.Id).SumAsync(e => e.Amount)));
        using var later = portal.Browser();
        Assert.Equal("/", (await ProveAsync(later, address)).Path);
        Assert.Equal("/profil", (await later.GetAsync("/profil")).Path);
    }

    [Fact]
    public async Task One_may_close_the_browser_and_type_the_code_days_later_but_not_after_it_expired()
    {
        var (commune, contact) = await CommuneAsync();
        var address = $"absente.{Guid.NewGuid():N}@wanadoo.fr";
        using (var first = portal.Browser())
            await NameAsync(first, address, commune);
        var code = await CodeAtAsync(contact);
        portal.Clock.Advance(TimeSpan.FromDays(3));
        using var second = portal.Browser();
        var waiting = await ProveAsync(second, address);
        Assert.Equal("/connexion/mairie", waiting.Path);

        portal.Clock.Advance(TimeSpan.FromDays(5));
        using var third = portal.Browser();
        Assert.Contains("trop ancien", (await (await ProveAsync(third, address)).EnterAsync(code)).Text, StringComparison.Ordinal);
        Assert.False(await portal.Database.WithAsync(db => db.Members.AnyAsync(m => m.Address == address)));
    }

    [Fact]
    public async Task Whoever_reads_the_official_mailbox_has_nothing_more_to_prove()
    {
        var (commune, contact) = await CommuneAsync();
        using var browser = portal.Browser();
        Assert.Equal("/", (await NameAsync(browser, contact, commune)).Path);
        Assert.Equal(MemberProof.TownHall, (await MemberAsync(contact)).Proof);
    }

    [Fact]
    public async Task Of_several_official_addresses_the_agent_chooses_among_them_masked_and_the_code_goes_to_that_one_alone()
    {
        var (commune, contacts) = await MergedAsync();
        using var browser = portal.Browser();
        var choosing = await NameAsync(browser, $"secretaire.{Guid.NewGuid():N}@orange.fr", commune, "Odile Petit");

        Assert.Equal("/connexion/commune", choosing.Path.Split('?')[0]);
        Assert.All(contacts, contact => Assert.DoesNotContain(contact, choosing.Content, StringComparison.Ordinal));
        Assert.Equal(OfficialContacts.Masked(contacts), choosing.Texts("#Contact .form-check label"));
        var unchosen = await choosing.Form("form:has([name=Choosing])").SubmitAsync();
        Assert.Contains("Choisissez l’adresse", unchosen.Texts(".error-summary").Single(), StringComparison.Ordinal);
        Assert.Contains("Choisissez l’adresse", (await unchosen.Form("form:has([name=Choosing])").SubmitAsync(("Contact", "7"))).Text, StringComparison.Ordinal);

        var waiting = await unchosen.Form("form:has([name=Choosing])").SubmitAsync(("Contact", "1"));
        Assert.Equal("/connexion/mairie", waiting.Path);
        var code = await CodeAtAsync(contacts[1]);
        Assert.Empty(portal.Mail.To(contacts[0]));
        Assert.Empty(portal.Mail.To(contacts[2]));
        Assert.Equal("/", (await waiting.EnterAsync(code)).Path);
    }

    [Fact]
    public async Task Whoever_reads_any_of_the_official_mailboxes_has_nothing_more_to_prove()
    {
        var (commune, contacts) = await MergedAsync();
        using var browser = portal.Browser();
        Assert.Equal("/", (await NameAsync(browser, contacts[2], commune)).Path);
        Assert.Equal(MemberProof.TownHall, (await MemberAsync(contacts[2])).Proof);
    }

    [Fact]
    public void Masks_show_as_little_as_tells_addresses_apart()
    {
        Assert.Equal(["m…e@orange.fr"], OfficialContacts.Masked(["mairie.pontoise@orange.fr"]));
        Assert.Equal(["m…e@orange.fr", "m…e@wanadoo.fr"], OfficialContacts.Masked(["mairie@orange.fr", "mairie@wanadoo.fr"]));
        Assert.Equal(["accueil.n…d@x.fr", "accueil.s…d@x.fr"], OfficialContacts.Masked(["accueil.nord@x.fr", "accueil.sud@x.fr"]));
        Assert.Equal(["a@x.fr", "ab@x.fr"], OfficialContacts.Masked(["a@x.fr", "ab@x.fr"]));
    }

    [Fact]
    public async Task An_official_mailbox_at_a_domain_that_lapsed_speaks_for_nobody_any_more()
    {
        var host = $"cc-{Guid.NewGuid():N}"[..18] + ".fr";
        var commune = await StoredAsync($"accueil@{host}", $"mairie.{Guid.NewGuid():N}@wanadoo.fr");
        var only = await StoredAsync($"contact@{host}");
        var asker = new ProfessionalAddress($"attente.{Guid.NewGuid():N}", "orange.fr");
        await AskAsync(asker, only);
        var code = await CodeAtAsync($"contact@{host}");
        await portal.ImportAsync(System.Text.Encoding.UTF8.GetBytes($"{host}\n"), kind: Training.Portal.Features.Membership.Import.RegisterImportKind.LapsedDomains);

        Assert.Equal(AdmissionRefusal.NoContact, (await TryAsync(asker, code)).Refusal);
        Assert.Empty((await portal.Database.WithAsync(db => db.Collectivites.SingleAsync(c => c.Id == only.Id))).ContactAddresses);
        var kept = await portal.Database.WithAsync(db => db.Collectivites.SingleAsync(c => c.Id == commune.Id));
        Assert.Equal([commune.ContactAddresses[1]], kept.ContactAddresses);
        using var entitled = portal.Browser();
        Assert.Equal("/", (await NameAsync(entitled, kept.ContactAddresses[0], kept)).Path);
        using var squatter = portal.Browser();
        Assert.Equal("/connexion/mairie", (await NameAsync(squatter, $"accueil@{host}", kept)).Path);
    }

    [Fact]
    public void A_sign_in_code_does_not_serve_at_the_town_hall_s_door_nor_the_reverse()
    {
        var codes = portal.Services.GetRequiredService<SignInCodes>();
        var ids = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToList();
        Assert.Contains(ids, id => codes.CodeOf(id) != codes.TownHallCodeOf(id));
        Assert.Contains(ids, id => codes.TownHallCodeOf(id) != codes.AddressCodeOf(id));
    }

    [Fact]
    public async Task The_fifth_wrong_code_burns_it_even_of_twenty_at_once()
    {
        var (commune, contact) = await CommuneAsync();
        var address = new ProfessionalAddress($"presse.{Guid.NewGuid():N}", "orange.fr");
        await AskAsync(address, commune);
        var code = await CodeAtAsync(contact);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => TryAsync(address, SigningIn.Other(code)))));

        Assert.Equal(4, answers.Count(a => a.Refusal == AdmissionRefusal.Wrong));
        Assert.Equal(16, answers.Count(a => a.Refusal == AdmissionRefusal.Burnt));
        Assert.Equal(AdmissionRefusal.Burnt, (await TryAsync(address, code)).Refusal);
    }

    [Fact]
    public async Task Two_right_codes_at_once_make_one_member_and_one_line_of_points()
    {
        var (commune, contact) = await CommuneAsync();
        var address = new ProfessionalAddress($"double.{Guid.NewGuid():N}", "orange.fr");
        await AskAsync(address, commune);
        var code = await CodeAtAsync(contact);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TryAsync(address, code))));
        Assert.Single(answers, a => a.Admitted is not null);
        Assert.Equal(1, await portal.Database.WithAsync(db => db.PointsEntries.CountAsync(e => e.Member.Address == address.ToString())));
    }

    [Fact]
    public async Task A_person_and_a_town_hall_are_not_flooded()
    {
        var (commune, contact) = await CommuneAsync();
        var person = new ProfessionalAddress($"insistant.{Guid.NewGuid():N}", "orange.fr");
        for (var i = 0; i < 3; i++)
            Assert.Null((await AskAsync(person, commune)).Refusal);
        Assert.Equal(AdmissionRefusal.TooMany, (await AskAsync(person, commune)).Refusal);
        for (var i = 0; i < 7; i++)
            Assert.Null((await AskAsync(new ProfessionalAddress($"autre{i}.{Guid.NewGuid():N}", "orange.fr"), commune)).Refusal);
        Assert.Equal(AdmissionRefusal.TooMany, (await AskAsync(new ProfessionalAddress($"dernier.{Guid.NewGuid():N}", "orange.fr"), commune)).Refusal);
        await portal.DrainAsync(100);
        Assert.Equal(10, portal.Mail.To(contact).Count);
    }

    [Fact]
    public async Task An_unknown_domain_is_claimed_by_whoever_the_town_hall_admits_and_proves_nothing_yet()
    {
        var (commune, contact) = await CommuneAsync();
        var host = $"mairie-{Guid.NewGuid():N}"[..20] + ".fr";
        var first = new ProfessionalAddress("maire", host);
        await AskAsync(first, commune);
        await TryAsync(first, await CodeAtAsync(contact));

        var pair = await portal.Database.WithAsync(db => db.CollectiviteDomains.SingleAsync(d => d.Domain == host));
        Assert.Equal((commune.Id, DomainState.Claimed), (pair.CollectiviteId, pair.State));
        using var second = portal.Browser();
        Assert.Contains("aucune collectivité", (await second.AskAsync($"adjoint@{host}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_a_generic_address_is_the_same_whether_an_account_exists_or_not()
    {
        var (commune, _) = await CommuneAsync();
        var known = await portal.Given.MemberAsync(commune, address: $"connu.{Guid.NewGuid():N}@orange.fr");
        using var one = portal.Browser();
        using var other = portal.Browser();
        var stranger = $"perdu.{Guid.NewGuid():N}@orange.fr";
        var (first, second) = (await GoOnAsync(one, known.Address), await GoOnAsync(other, stranger));
        Assert.Equal((first.Path, first.Status), (second.Path, second.Status));
        Assert.Equal(first.Text.Replace(known.Address, "", StringComparison.Ordinal), second.Text.Replace(stranger, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_throw_away_address_has_no_way_in_and_neither_page_opens_without_a_proved_mailbox()
    {
        using var browser = portal.Browser();
        var refused = await browser.AskAsync("x@yopmail.com");
        Assert.False(refused.Has("#mairie"));
        var fields = refused.Form("form:has([name=Address])").Fields;
        Assert.Contains("jetables", (await browser.PostAsync("/connexion?handler=Vouched", fields)).Text, StringComparison.Ordinal);
        Assert.Equal("/connexion", (await browser.GetAsync("/connexion/commune")).Path);
        Assert.Equal("/connexion", (await browser.GetAsync("/connexion/mairie")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/connexion/commune?handler=Answers&Q=lyon")).Status);
    }

    [Theory]
    [InlineData("Gagnez www.evil.com")]
    [InlineData("https://evil.com")]
    public async Task A_name_that_looks_like_an_address_to_follow_is_not_sent_to_a_town_hall(string name)
    {
        var (commune, contact) = await CommuneAsync();
        using var browser = portal.Browser();
        var refused = await NameAsync(browser, $"x.{Guid.NewGuid():N}@orange.fr", commune, name);
        Assert.Contains("Entrez votre prénom", refused.Text, StringComparison.Ordinal);
        await portal.DrainAsync(100);
        Assert.Empty(portal.Mail.To(contact));
    }

    private async Task<(Collectivite Commune, string Contact)> CommuneAsync()
    {
        var contact = $"mairie.{Guid.NewGuid():N}@wanadoo.fr";
        return (await StoredAsync(contact), contact);
    }

    /// <summary>A merged commune keeps the mailboxes of its town halls.</summary>
    private async Task<(Collectivite Commune, string[] Contacts)> MergedAsync()
    {
        string[] contacts = [.. Enumerable.Range(0, 3).Select(i => $"mairie{i}.{Guid.NewGuid():N}@wanadoo.fr")];
        return (await StoredAsync(contacts), contacts);
    }

    private async Task<Collectivite> StoredAsync(params string[] contacts)
    {
        var commune = new Collectivite { Name = $"Villeneuve-{Guid.NewGuid():N}"[..20], Kind = CollectiviteKind.Commune, Departement = "15", ContactAddresses = contacts };
        await portal.Database.StoreAsync(commune);
        return commune;
    }

    private static async Task<Page> GoOnAsync(Browser browser, string address)
    {
        var refused = await browser.AskAsync(address);
        return await refused.Form("#mairie button").SubmitAsync();
    }

    private async Task<Page> ProveAsync(Browser browser, string address) => await (await GoOnAsync(browser, address)).EnterAsync(await portal.CodeAsync(address));

    private async Task<Page> NameAsync(Browser browser, string address, Collectivite commune, string name = "Odile Petit")
    {
        var proved = await ProveAsync(browser, address);
        Assert.Equal("/connexion/commune", proved.Path);
        var found = await proved.Form("form[role=search]").SubmitAsync(("Q", commune.Name));
        return await found.Form("form[method=post]:has([name=CollectiviteId])").SubmitAsync(("CollectiviteId", $"{commune.Id}"), ("Name", name));
    }

    private async Task<string> CodeAtAsync(string contact)
    {
        await portal.DrainAsync(100);
        return portal.Mail.To(contact)[^1].Code();
    }

    private Task<AdmissionAnswer> AskAsync(ProfessionalAddress address, Collectivite commune) =>
        portal.WithAsync((AdmissionDesk desk) => desk.AskAsync(address, commune, "Odile Petit", "fr"));

    private Task<AdmissionAnswer> TryAsync(ProfessionalAddress address, string digits) => portal.WithAsync((AdmissionDesk desk) => desk.TryAsync(address, digits));

    private Task<Member> MemberAsync(string address) => portal.Database.WithAsync(db => db.Members.SingleAsync(m => m.Address == address));
}
