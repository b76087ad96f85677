using System.Net;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Kit;

public sealed class PortalHostTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_portal_is_ready_when_its_database_answers()
    {
        var page = await portal.Browser().GetAsync("/readyz");

        Assert.NotEqual(HttpStatusCode.InternalServerError, page.Status);
        Assert.Contains("text/plain", page.Response.Content.Headers.ContentType?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_a_member_is_told_that_the_page_does_not_exist()
    {
        var visitor = await portal.Browser().Client.GetAsync("/nulle-part");
        var member = await (await portal.Browser().SignInAsync(await portal.Given.MemberAsync())).Client.GetAsync("/nulle-part");

        Assert.Equal("/connexion", visitor.Headers.Location?.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, member.StatusCode);
    }

    [Fact]
    public async Task Each_host_has_a_database_of_its_own()
    {
        await using var other = await PortalHost.StartAsync();

        await portal.Given.CollectiviteAsync("Ville de Lyon", domains: "lyon.fr");

        Assert.Empty(other.Database.Open().Collectivites);
        Assert.Contains(portal.Database.Open().Collectivites, c => c.Name == "Ville de Lyon");
    }
}
