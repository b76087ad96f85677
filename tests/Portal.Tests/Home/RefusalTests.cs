using System.Net;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Home;

public sealed class RefusalTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_page_that_does_not_exist_says_so_in_words_and_keeps_its_status()
    {
        var page = await (await portal.Browser().SignInAsync(await portal.Given.MemberAsync())).GetAsync("/nulle-part");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("/nulle-part", page.Path);
        Assert.Equal(["Cette page n’existe pas"], page.Texts("h1"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words()
    {
        var member = await portal.Given.MemberAsync();

        var page = await (await portal.Browser().SignInAsync(member)).PostAsync("/aide");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Cette demande n’a pas pu être lue"], page.Texts("h1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_does_not_answer_is_said_in_words_without_details_and_keeps_the_headers(bool signedIn)
    {
        await using var host = await PortalHost.StartAsync();
        var browser = host.Browser();
        if (signedIn)
            await browser.SignInAsync(await host.Given.MemberAsync());
        await host.Database.DisposeAsync();

        var page = await browser.GetAsync("/");

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal(["Quelque chose n’a pas marché de notre côté"], page.Texts("h1"));
        Assert.DoesNotContain("Exception", page.Content, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
