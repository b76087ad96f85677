using System.Net;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Membership;

/// <summary>A visitor without a session is asked to sign in, whatever the address, and comes back to it.</summary>
public sealed class SignedOutTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("/profil")]
    [InlineData("/groupes")]
    [InlineData("/groupes/inconnu")]
    [InlineData("/mes-points")]
    [InlineData("/conferences/1/salle")]
    [InlineData("/rien")]
    [InlineData("/rien/du/tout?q=1")]
    [InlineData("/rien.mp4")]
    [InlineData("/replays/1/video.m3u8")]
    [InlineData("/hangfire")]
    [InlineData("/admin.php")]
    public async Task Every_address_that_is_not_public_leads_to_sign_in_existing_or_not(string path)
    {
        using var browser = portal.Browser();
        var response = await browser.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/connexion?retour={Uri.EscapeDataString(path)}", new Uri(portal.Address, response.Headers.Location!).PathAndQuery);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/connexion")]
    [InlineData("/healthz")]
    public async Task What_is_public_stays_public(string path)
    {
        using var browser = portal.Browser();
        var page = await browser.GetAsync(path);
        Assert.Equal((path, HttpStatusCode.OK), (page.Path, page.Status));
    }

    [Fact]
    public async Task After_signing_in_the_visitor_is_back_where_the_way_was_barred()
    {
        var member = await portal.Given.MemberAsync();
        using var browser = portal.Browser();
        var barred = await browser.GetAsync("/profil?depuis=lettre");
        await barred.Form("form:has([name=Address])").SubmitAsync(("Address", member.Address));
        var back = await (await browser.GetAsync("/connexion/code")).EnterAsync(await portal.CodeAsync(member.Address));
        Assert.Equal("/profil?depuis=lettre", back.Path);
    }

    [Fact]
    public async Task A_member_is_told_that_an_unknown_address_does_not_exist()
    {
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/rien")).Status);
    }
}
