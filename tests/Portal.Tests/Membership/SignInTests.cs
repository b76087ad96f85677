using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>Address, letter, code, name: over HTTP, on a real database and a real mail server.</summary>
public sealed class SignInTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task An_agent_signs_up_by_code_earns_ten_points_and_comes_back_as_the_same_member()
    {
        var ville = await portal.Given.CollectiviteAsync("Villefranche", domains: "villefranche.fr");
        using var browser = portal.Browser();

        var welcome = await portal.SignInByCodeAsync(browser, "Camille.Martin+essai@VilleFranche.fr");
        Assert.Equal("/connexion/collectivite", welcome.Path);
        Assert.Contains("Villefranche", welcome.Text, StringComparison.Ordinal);
        var home = await welcome.Form("main form").SubmitAsync();
        Assert.Equal(("/", HttpStatusCode.OK), (home.Path, home.Status));

        using var elsewhere = portal.Browser();
        var again = await portal.SignInByCodeAsync(elsewhere, "camille.martin@villefranche.fr");
        Assert.Equal("/", again.Path);
        var (member, points) = await portal.Database.WithAsync(async db => (
            await db.Members.SingleAsync(m => m.CollectiviteId == ville.Id), await db.PointsEntries.Where(e => e.Member.CollectiviteId == ville.Id).ToListAsync()));
        Assert.Equal(("camille.martin@villefranche.fr", "Camille Martin"), (member.Address, member.Name));
        Assert.Equal((10, PointsReason.FirstSignIn), (Assert.Single(points).Amount, points[0].Reason));
    }

    [Fact]
    public async Task A_domain_of_several_collectivites_lets_the_agent_choose_among_them_and_no_other()
    {
        var ville = await portal.Given.CollectiviteAsync("Bourg", domains: "partage.fr");
        var agglo = await portal.Given.CollectiviteAsync("Agglomération de Bourg", CollectiviteKind.Epci, "partage.fr");
        var stranger = await portal.Given.CollectiviteAsync("Ailleurs");
        using var browser = portal.Browser();

        var choice = await portal.SignInByCodeAsync(browser, "luc@partage.fr");
        Assert.Equal(2, choice.Texts("fieldset .form-check").Count);
        var refused = await choice.Form("main form").SubmitAsync(("Name", "Luc Petit"));
        Assert.Contains("Choisissez la collectivité", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Luc Petit", refused.Document.QuerySelector("[name=Name]")!.GetAttribute("value"));
        var forged = await browser.PostAsync("/connexion/collectivite", [.. refused.Form("main form").Fields.Where(f => f.Name != "CollectiviteId"), ("CollectiviteId", $"{stranger.Id}")]);
        Assert.Equal("/connexion/collectivite", forged.Path);
        Assert.NotEqual("/", (await browser.GetAsync("/profil")).Path.Split('?')[0]);

        var home = await refused.Form("main form").SubmitAsync(("CollectiviteId", $"{agglo.Id}"));
        Assert.Equal("/", home.Path);
        Assert.Contains("Agglomération de Bourg", (await browser.GetAsync("/profil")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jean@gmail.com", "messagerie ouverte à tous")]
    [InlineData("jean@mairie.orange.fr", "messagerie ouverte à tous")]
    [InlineData("jean@yopmail.com", "jetables")]
    [InlineData("jean@connue.fr.evil.com", "aucune collectivité")]
    [InlineData("jean@pasconnue.fr", "aucune collectivité")]
    [InlineData("jean@sous.connue.fr", "aucune collectivité")]
    [InlineData("jean@connue", "nom de domaine")]
    [InlineData("a@b@connue.fr", "pas une adresse")]
    [InlineData("\"a@evil.com\"@connue.fr", "pas une adresse")]
    [InlineData("a@connue.fr\r\nBcc: b@connue.fr", "pas une adresse")]
    public async Task Refuses_in_clear_words_keeps_what_was_typed_and_writes_to_nobody(string address, string words)
    {
        await EnsureAsync("connue.fr");
        using var browser = portal.Browser();
        var before = await portal.Database.WithAsync(db => db.Letters.CountAsync());

        var refused = await browser.AskAsync(address);

        Assert.Equal("/connexion", refused.Path);
        Assert.Contains(words, refused.Text, StringComparison.Ordinal);
        Assert.Equal("true", refused.Document.QuerySelector("#Address")!.GetAttribute("aria-invalid"));
        Assert.Equal(address, refused.Document.QuerySelector("#Address")!.GetAttribute("value"));
        Assert.Equal(before, await portal.Database.WithAsync(db => db.Letters.CountAsync()));
        await portal.DrainAsync();
        Assert.DoesNotContain(portal.Mail.Letters, letter => letter.To.Any(to => to.Contains("evil", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_answer_is_the_same_whether_an_account_exists_or_not()
    {
        var ville = await portal.Given.CollectiviteAsync(domains: "discrete.fr");
        await portal.Given.MemberAsync(ville, address: "connu@discrete.fr");
        using var one = portal.Browser();
        using var other = portal.Browser();

        var known = await one.AskAsync("connu@discrete.fr");
        var unknown = await other.AskAsync("perdu@discrete.fr");

        Assert.Equal((known.Path, known.Status), (unknown.Path, unknown.Status));
        Assert.Equal(known.Text.Replace("connu@", "", StringComparison.Ordinal), unknown.Text.Replace("perdu@", "", StringComparison.Ordinal));
        await portal.DrainAsync();
        Assert.Single(portal.Mail.To("connu@discrete.fr"));
        Assert.Single(portal.Mail.To("perdu@discrete.fr"));
    }

    /// <summary>Timing cannot tell what the work does not depend on: the same statements run, none of them about members.</summary>
    [Fact]
    public async Task Asking_for_a_code_does_the_same_work_whether_an_account_exists_or_not()
    {
        var trace = new StatementTrace();
        await using var host = await PortalHost.StartAsync(options =>
        {
            options.Settings["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information";
            options.Services = services => services.AddSingleton<ILoggerProvider>(trace);
        });
        await host.Given.MemberAsync(await host.Given.CollectiviteAsync(domains: "discrete.fr"), address: "connu@discrete.fr");
        using var browser = host.Browser();
        var form = (await browser.GetAsync("/connexion")).Form("form:has([name=Address])");

        trace.Take();
        await form.SubmitAsync(("Address", "connu@discrete.fr"));
        var known = trace.Take();
        await form.SubmitAsync(("Address", "perdu@discrete.fr"));
        var unknown = trace.Take();

        Assert.NotEmpty(known);
        Assert.Equal(known, unknown);
        Assert.DoesNotContain(known, statement => statement.Contains("members", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_works_only_in_the_browser_that_asked()
    {
        await EnsureAsync("bornee.fr");
        using var mine = portal.Browser();
        await mine.AskAsync("moi@bornee.fr");
        var code = await portal.CodeAsync("moi@bornee.fr");

        using var other = portal.Browser();
        Assert.Equal("/connexion", (await other.GetAsync("/connexion/code")).Path);
        await other.AskAsync("autre@bornee.fr");
        var refused = await (await other.GetAsync("/connexion/code")).EnterAsync(code);
        Assert.Contains("pas le bon", refused.Text, StringComparison.Ordinal);

        var entered = await (await mine.GetAsync("/connexion/code")).EnterAsync($"{code[..3]} {code[3..]}");
        Assert.Equal("/connexion/collectivite", entered.Path);
    }

    [Fact]
    public async Task Opening_the_link_signs_nobody_in_and_confirming_it_does_once()
    {
        await EnsureAsync("lien.fr");
        using var asking = portal.Browser();
        await asking.AskAsync("moi@lien.fr");
        var link = await portal.LinkAsync("moi@lien.fr");
        using var phone = portal.Browser();

        var seen = await phone.GetAsync(link);
        await phone.GetAsync(link);
        Assert.Contains("moi@lien.fr", seen.Text, StringComparison.Ordinal);
        Assert.StartsWith("/connexion?", (await phone.GetAsync("/profil")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await phone.PostAsync(link)).Status);

        var confirmed = await seen.Form("main form").SubmitAsync();
        Assert.Equal("/connexion/collectivite", confirmed.Path);
        var used = await asking.GetAsync(link);
        Assert.Contains("déjà servi", used.Text, StringComparison.Ordinal);
        Assert.False(used.Has("main form"));
        Assert.Contains("incomplet", (await asking.GetAsync(link[..^2])).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.com/")]
    [InlineData("/\\evil.com")]
    [InlineData("https://evil.com/")]
    public async Task Signing_in_never_leads_to_another_host(string evil)
    {
        var ville = await portal.Given.CollectiviteAsync();
        var member = await portal.Given.MemberAsync(ville);
        using var browser = portal.Browser();
        await browser.AskAsync(member.Address, $"/connexion?retour={Uri.EscapeDataString(evil)}");
        var code = await portal.CodeAsync(member.Address);

        Assert.Equal("/", (await (await browser.GetAsync("/connexion/code")).EnterAsync(code)).Path);
        Assert.Equal("/", (await browser.GetAsync($"/connexion?retour={Uri.EscapeDataString(evil)}")).Path);
    }

    [Fact]
    public async Task Signing_out_takes_a_click_and_ends_the_session()
    {
        using var browser = portal.Browser();
        await browser.SignInAsync(await portal.Given.MemberAsync());

        var asked = await browser.GetAsync("/deconnexion");
        Assert.Equal("/profil", (await browser.GetAsync("/profil")).Path);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/deconnexion")).Status);
        await asked.Form("main form").SubmitAsync();
        Assert.StartsWith("/connexion?", (await browser.GetAsync("/profil")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_in_pages_are_never_cached_and_speak_english_when_asked_to()
    {
        using var browser = portal.Browser();
        Assert.True((await browser.GetAsync("/connexion")).Response.Headers.CacheControl!.NoStore);
        browser.Cookies.Add(portal.Address, new Cookie("langue", "c=en|uic=en"));
        Assert.Contains("Professional e-mail address", (await browser.GetAsync("/connexion")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_row_holds_a_code_or_its_link()
    {
        await EnsureAsync("secrete.fr");
        using var browser = portal.Browser();
        await browser.AskAsync("moi@secrete.fr");
        var code = await portal.CodeAsync("moi@secrete.fr");
        var link = await portal.LinkAsync("moi@secrete.fr");

        var letter = await portal.Database.WithAsync(db => db.Letters.SingleAsync(l => l.To == "moi@secrete.fr"));
        Assert.DoesNotContain(code, letter.Facts, StringComparison.Ordinal);
        Assert.DoesNotContain(link[^30..], letter.Facts, StringComparison.Ordinal);
    }

    private async Task EnsureAsync(string domain)
    {
        if (!await portal.Database.WithAsync(db => db.CollectiviteDomains.AnyAsync(d => d.Domain == domain)))
            await portal.Given.CollectiviteAsync(domains: domain);
    }
}
