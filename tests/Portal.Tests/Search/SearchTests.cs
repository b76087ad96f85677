using Training.Portal.Features.Search;
using Training.Portal.Tests.Discussions;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Search;

/// <summary>What is found, and what is not.</summary>
public sealed class SearchTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("état civil")]
    [InlineData("ETAT CIVIL")]
    [InlineData("etat civ")]
    [InlineData("civils")]
    [InlineData("état-civil")]
    [InlineData("l'état")]
    public async Task Accents_case_endings_and_beginnings_of_words_do_not_matter(string typed)
    {
        var group = await portal.Given.GroupAsync("Réseau de l'état civil");
        var page = await FindAsync(typed);
        Assert.Contains($"/groupes/{group.Slug}", page.Document.QuerySelectorAll("main h3 a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("urbansime")]
    [InlineData("urbanisne")]
    [InlineData("urbaisme")]
    public async Task A_slip_of_the_finger_finds_what_resembles(string typed)
    {
        await portal.Given.GroupAsync("Urbanisme et paysage");
        var page = await FindAsync(typed);
        Assert.Contains("Urbanisme et paysage", page.Text);
        Assert.Contains("ressemble", page.Text);
    }

    [Fact]
    public async Task Conferences_topics_and_messages_are_found_with_their_words_marked()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var conference = await portal.Given.ConferenceAsync(group, animator, "La dématérialisation des factures");
        var titled = await portal.Given.TopicAsync(group, author, "Dématérialiser le courrier");
        var told = await portal.Given.TopicAsync(group, author, "Autre chose", "Nous avons <b>dématérialisé</b> toutes nos délibérations.");
        var page = await (await portal.SignedInAsync(reader)).GetAsync("/recherche?q=dematerialis");
        var found = page.Document.QuerySelectorAll("main h3 a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains($"/conferences/{conference.Id}", found);
        Assert.Contains($"/discussions/{titled.Id}", found);
        Assert.Contains(found, href => href.StartsWith($"/discussions/{told.Id}#message-", StringComparison.Ordinal));
        Assert.Contains(page.Texts("mark"), word => word.StartsWith("dématérialis", StringComparison.Ordinal));
        Assert.Empty(page.Document.QuerySelectorAll("main b"));
    }

    [Theory]
    [InlineData("a & | ! <-> ( ' :* \\"), InlineData("'; DROP TABLE groups; --"), InlineData("%"), InlineData("\u0000"), InlineData("de la les"), InlineData("   ")]
    public async Task Nothing_typed_breaks_the_search(string typed) =>
        Assert.Equal(System.Net.HttpStatusCode.OK, (await FindAsync(typed)).Status);

    [Fact]
    public void Words_are_prefixes_and_at_most_eight()
    {
        Assert.Equal("marchés:* & publics:*", SearchWords.Of(" marchés, publics! ").Prefixes);
        Assert.True(SearchWords.Of("&|!()").IsEmpty);
        Assert.Equal(8, SearchWords.Of(string.Join(' ', Enumerable.Range(0, 50))).Prefixes.Split('&').Length);
        Assert.True(SearchWords.Of(new string('a', 5000)).Typed.Length <= SearchWords.Longest);
    }

    private async Task<Page> FindAsync(string typed) =>
        await (await portal.SignedInAsync(await portal.Given.MemberAsync())).GetAsync($"/recherche?q={Uri.EscapeDataString(typed)}");
}
