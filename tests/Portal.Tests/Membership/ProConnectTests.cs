using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Membership;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>The second door, against a real OpenID Connect server with signed user information.</summary>
public sealed class ProConnectTests(ProConnectFixture portal) : IClassFixture<ProConnectFixture>
{
    [Fact]
    public async Task An_agent_comes_in_by_the_siret_of_the_employer_proves_the_mailbox_once_and_then_needs_ProConnect_alone()
    {
        var body = await portal.BodyAsync();
        var email = ProConnectFixture.AddressAt(body);
        var subject = await portal.PersonAsync(body, email);
        using var browser = portal.Browser();

        var first = await portal.SignInAsync(browser, subject);
        Assert.Equal("/connexion/code", first.Path);
        Assert.Contains("ProConnect vous a reconnu", first.Text, StringComparison.Ordinal);
        Assert.StartsWith("/connexion?", (await browser.GetAsync("/profil")).Path, StringComparison.Ordinal);
        Assert.Equal("/", (await first.EnterAsync(await portal.CodeAsync(email))).Path);
        using var elsewhere = portal.Browser();
        Assert.Equal("/", (await portal.SignInAsync(elsewhere, subject)).Path);

        var member = await MemberAsync(email);
        Assert.Equal(("Camille Martin", body.Id, MemberProof.Domain), (member.Name, member.CollectiviteId, member.Proof));
        Assert.Contains(email, (await elsewhere.GetAsync("/profil")).Text, StringComparison.Ordinal);
        Assert.Equal(10, await portal.Database.WithAsync(db => db.PointsEntries.Where(e => e.MemberId == member.Id).SumAsync(e => e.Amount)));
    }

    [Fact]
    public async Task An_agent_whose_mail_domain_proves_nothing_is_vouched_for_by_ProConnect()
    {
        var body = await portal.BodyAsync();
        var email = $"mairie.{Guid.NewGuid():N}@orange.fr";
        var subject = await portal.PersonAsync(body, email);
        using var browser = portal.Browser();

        Assert.Equal("/", (await portal.SignInFirstAsync(browser, subject, email)).Path);

        var member = await MemberAsync(email);
        Assert.Equal((body.Id, MemberProof.ProConnect), (member.CollectiviteId, member.Proof));
        await ChangeAsync(member, set => set.SetProperty(m => m.VouchedAt, TimeProvider.System.GetUtcNow().AddMonths(-13)));
        Assert.Equal("/", (await portal.SignInAsync(portal.Browser(), subject)).Path);
        Assert.True((await MemberAsync(email)).VouchedAt > TimeProvider.System.GetUtcNow().AddMinutes(-5));
    }

    [Fact]
    public async Task A_page_asked_for_is_found_again_on_the_way_back_and_never_another_host()
    {
        var (email, subject) = await TiedAsync(await portal.BodyAsync());
        using var browser = portal.Browser();
        var page = await browser.GetAsync("/profil");
        var asked = await ProConnectFixture.LeaveAsync(browser, page.Document.QuerySelector("a[href^='/connexion/proconnect']")!.GetAttribute("href")!);
        Assert.Equal("/profil", (await browser.GetAsync((await portal.Server.IdentifyAsync(asked, subject)).PathAndQuery)).Path);

        using var lured = portal.Browser();
        asked = await ProConnectFixture.LeaveAsync(lured, "/connexion/proconnect?retour=https%3A%2F%2Fevil.com%2F");
        Assert.Equal("/", (await lured.GetAsync((await portal.Server.IdentifyAsync(asked, subject)).PathAndQuery)).Path);
        Assert.NotEmpty(email);
    }

    [Fact]
    public async Task What_is_asked_of_ProConnect_is_what_it_documents()
    {
        using var browser = portal.Browser();
        var asked = await ProConnectFixture.LeaveAsync(browser);
        var query = System.Web.HttpUtility.ParseQueryString(asked.Query);
        Assert.Equal("code", query["response_type"]);
        Assert.Equal("openid given_name usual_name email siret idp_id", query["scope"]);
        Assert.True(query["state"]!.Length >= 32 && query["nonce"]!.Length >= 32);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal("http://localhost/connexion/proconnect/retour", query["redirect_uri"]);
        Assert.DoesNotContain(query.AllKeys, name => name!.StartsWith("x-client", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_ProConnect_too()
    {
        var (_, subject) = await TiedAsync(await portal.BodyAsync());
        using var browser = portal.Browser();
        await portal.SignInAsync(browser, subject);

        var left = await (await browser.GetAsync("/deconnexion")).Form("main form").SubmitAsync();
        var way = new Uri(left.Document.QuerySelector("main a.btn")!.GetAttribute("href")!);
        Assert.StartsWith(portal.Server.Issuer + "/session/end?", $"{way}", StringComparison.Ordinal);
        Assert.Equal($"0;url={way}", left.Document.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.StartsWith("/connexion?", (await browser.GetAsync("/profil")).Path, StringComparison.Ordinal);
        var query = System.Web.HttpUtility.ParseQueryString(way.Query);
        Assert.NotNull(query["id_token_hint"]);
        Assert.Equal("http://localhost/deconnexion/proconnect", query["post_logout_redirect_uri"]);
        using var there = new HttpClient();
        Assert.Contains("session/end/confirm", await there.GetStringAsync(way), StringComparison.Ordinal);
        Assert.Equal("/", (await browser.GetAsync($"/deconnexion/proconnect?state={Uri.EscapeDataString(query["state"]!)}")).Path);
    }

    [Fact]
    public async Task Whoever_came_in_by_a_code_signs_out_here_alone()
    {
        var body = await portal.BodyAsync();
        using var browser = await portal.Browser().SignInAsync(await portal.MemberAsync(body, ProConnectFixture.AddressAt(body)));
        Assert.Equal("/", (await (await browser.GetAsync("/deconnexion")).Form("main form").SubmitAsync()).Path);
    }

    [Fact]
    public async Task A_session_opened_by_ProConnect_is_no_fresh_proof_of_the_mailbox()
    {
        var (_, subject) = await TiedAsync(await portal.BodyAsync());
        using var browser = portal.Browser();
        await portal.SignInAsync(browser, subject);
        Assert.Contains("recevez un code", (await browser.GetAsync("/profil/adresse")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProConnect_that_does_not_answer_leaves_the_other_door_open()
    {
        await using var host = await PortalHost.StartAsync(options =>
        {
            options.Settings["Training:ProConnect:Issuer"] = $"http://127.0.0.1:{TestKit.Ports.Free()}";
            options.Settings["Training:ProConnect:ClientId"] = "portail";
            options.Settings["Training:ProConnect:ClientSecret"] = "secret";
        });
        using var browser = host.Browser();
        var refused = await browser.GetAsync("/connexion/proconnect");
        Assert.Contains("ProConnect ne répond pas", refused.Text, StringComparison.Ordinal);
        Assert.True((await refused.FollowAsync("main a.btn-action")).Has("[name=Address]"));
    }

    [Fact]
    public async Task Without_settings_there_is_no_button_and_no_door()
    {
        await using var host = await PortalHost.StartAsync();
        using var browser = host.Browser();
        Assert.DoesNotContain("ProConnect", (await browser.GetAsync("/connexion")).Text, StringComparison.Ordinal);
        await browser.SignInAsync(await host.Given.MemberAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/connexion/proconnect")).Status);
        using var other = portal.Browser();
        Assert.Contains("S’identifier avec ProConnect", (await other.GetAsync("/connexion")).Text, StringComparison.Ordinal);
    }

    private async Task<(string Email, string Subject)> TiedAsync(Collectivite body)
    {
        var email = ProConnectFixture.AddressAt(body);
        var subject = await portal.PersonAsync(body, email);
        using var browser = portal.Browser();
        Assert.Equal("/", (await portal.SignInFirstAsync(browser, subject, email)).Path);
        return (email, subject);
    }

    private Task<Member> MemberAsync(string address) => portal.Database.WithAsync(db => db.Members.SingleAsync(m => m.Address == address));

    private Task<int> ChangeAsync(Member member, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Member>> change) =>
        portal.Database.WithAsync(db => db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(change));
}
