using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Shared;

public sealed class LanguageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_visitor_changes_the_language_without_script_and_comes_back_to_the_page()
    {
        var french = await portal.Browser().GetAsync("/aide?de=accueil");

        var english = await french.Form("form.language-switch").SubmitAsync();

        Assert.Equal("fr", french.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("/aide?de=accueil", english.Path);
        Assert.Equal(["Help"], english.Texts("h1"));
    }

    [Fact]
    public async Task The_choice_of_a_member_is_kept_for_their_letters()
    {
        var member = await portal.Given.MemberAsync();
        var page = await (await portal.Browser().SignInAsync(member)).GetAsync("/aide");

        await page.Form("form.language-switch").SubmitAsync();

        await using var db = portal.Database.Open();
        Assert.Equal("en", (await db.Members.FindAsync(member.Id))!.Language);
    }

    [Theory]
    [InlineData("https://ville.fr.evil.com/")]
    [InlineData("//evil.com")]
    [InlineData("/\\evil.com")]
    public async Task The_way_back_never_leaves_the_portal(string elsewhere)
    {
        var response = await portal.Browser().Client.PostAsync("/langue", new FormUrlEncodedContent([new("vers", "en"), new("retour", elsewhere)]));

        Assert.Equal("/", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/aide")]
    [InlineData("/conferences")]
    [InlineData("/donnees-personnelles")]
    [InlineData("/connexion")]
    public async Task In_French_no_line_breaks_before_tall_punctuation_or_inside_quotation_marks(string path)
    {
        var page = await portal.Browser().GetAsync(path);

        var words = page.Document.Body!.TextContent;
        Assert.DoesNotMatch(@" [:;!?»](\s|$)|« ", words);
        Assert.Contains('\u00a0', words);
    }

    [Fact]
    public async Task An_unknown_language_changes_nothing()
    {
        var page = await portal.Browser().PostAsync("/langue", ("vers", "xx"), ("retour", "/aide"));

        Assert.Equal(["Aide"], page.Texts("h1"));
    }
}
