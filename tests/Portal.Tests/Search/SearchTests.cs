using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Resources;
using Training.Portal.Features.Search;
using Training.Portal.Tests.Discussions;
using Training.Portal.Tests.Points;
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

    [Fact]
    public async Task A_resource_is_found_by_title_summary_or_body_with_its_words_marked_and_by_what_resembles_its_title()
    {
        var (group, _, author, reader) = await portal.TalkingGroupAsync();
        var resource = await portal.Given.ResourceAsync(group, author, "Calendrier des délibérations", body: "Avant le vote, **quorum** et convocations.");
        var browser = await portal.SignedInAsync(reader);
        Assert.Contains("délibérations", (await Hits(browser, "deliberat")).Single(r => r.Href == $"/ressources/{resource.Id}").Title);
        var page = await browser.GetAsync("/recherche?q=quorum");
        Assert.True(page.Has($"a[href='/ressources/{resource.Id}']"));
        Assert.Contains("quorum", page.Texts("mark"));
        Assert.True((await browser.GetAsync("/recherche?q=calandrier")).Has($"a[href='/ressources/{resource.Id}']"));
    }

    [Fact]
    public async Task What_is_behind_a_price_or_a_level_is_not_given_away_by_search_and_neither_drafts_nor_former_versions_are_found()
    {
        var (group, _, author, reader) = await portal.TalkingGroupAsync();
        var priced = await portal.Given.ResourceAsync(group, author, "Barème de rubidium", price: 50, body: "Le secret du strontium");
        var level = await portal.Given.ResourceAsync(group, author, "Grille de rubidium", fromLevel: 5, body: "Le secret du strontium");
        var draft = await portal.Given.ResourceAsync(group, author, "Ébauche de rubidium", state: ResourceState.Draft);
        var renewed = await portal.Given.ResourceAsync(group, author, "Ancien titre au césium", body: "Le secret du strontium");
        await portal.Database.StoreAsync(new ResourceVersion
        {
            ResourceId = renewed.Id,
            Number = 2,
            Title = "Nouveau titre au rubidium",
            State = ResourceState.Published,
            WrittenById = author.Id,
            ChangedAt = portal.Clock.GetUtcNow(),
            ReviewedById = author.Id,
            ReviewedAt = portal.Clock.GetUtcNow(),
        });
        var browser = await portal.SignedInAsync(reader);

        Assert.Equal(
            new[] { priced.Id, level.Id, renewed.Id }.Select(id => $"/ressources/{id}").Order(),
            (await Hits(browser, "rubidium")).Select(h => h.Href).Order());
        Assert.Empty(await Hits(browser, "strontium"));
        Assert.Empty(await Hits(browser, "césium"));
        Assert.False((await browser.GetAsync("/recherche?q=ebauche")).Has($"a[href='/ressources/{draft.Id}']"));
    }

    [Fact]
    public async Task The_body_is_found_by_whoever_has_the_resource_open_and_by_nobody_else_as_the_one_rule_says()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var administrator = await portal.Given.MemberAsync(administrator: true);
        var (rich, paid, regretting) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        var resources = new[]
        {
            await portal.Given.ResourceAsync(group, author, "Libre", body: "Parle d'ytterbium"),
            await portal.Given.ResourceAsync(group, author, "De niveau", fromLevel: 2, body: "Parle d'ytterbium"),
            await portal.Given.ResourceAsync(group, author, "Payante", price: 20, body: "Parle d'ytterbium"),
            await portal.Given.ResourceAsync(group, animator, "Payante aussi", price: 20, body: "Parle d'ytterbium"),
        };
        await portal.Given.PointsAsync(rich, 50);
        foreach (var buyer in new[] { paid, regretting })
        {
            await portal.Given.PointsAsync(buyer, 20);
            await portal.SpendAsync(buyer, 20, ResourceSubject.Of(resources[2].Id));
        }

        await portal.ReverseAsync((await portal.EntriesAsync(regretting)).Single(e => e.Amount < 0).Id);
        foreach (var (who, found) in new[] { (reader, 1), (rich, 2), (paid, 2), (regretting, 1), (author, 3), (animator, 4), (administrator, 4) })
        {
            var open = new List<string>();
            foreach (var resource in resources)
            {
                if ((await portal.WithAsync((ResourceFinder f) => f.FindAsync(resource.Id, who.AsReader())))!.Standing == ResourceStanding.Open)
                    open.Add($"/ressources/{resource.Id}");
            }

            Assert.Equal(found, open.Count);
            Assert.Equal(open.Order(), (await Hits(await portal.SignedInAsync(who), "ytterbium")).Select(h => h.Href).Order());
        }
    }

    [Fact]
    public async Task Having_paid_opens_no_search_in_a_group_one_is_not_inside_of()
    {
        var (group, _, author, reader) = await portal.TalkingGroupAsync(GroupDoor.Invitation);
        var resource = await portal.Given.ResourceAsync(group, author, "Payante", price: 20, body: "Parle de lutécium");
        await portal.Given.PointsAsync(reader, 20);
        await portal.SpendAsync(reader, 20, ResourceSubject.Of(resource.Id));
        Assert.Single(await Hits(await portal.SignedInAsync(reader), "lutécium"));
        await portal.Database.WithAsync(db => db.GroupMemberships.Where(m => m.MemberId == reader.Id).ExecuteDeleteAsync());
        Assert.Empty(await Hits(await portal.SignedInAsync(reader), "lutécium"));
    }

    [Fact]
    public async Task A_closed_group_s_resources_are_found_by_its_members_alone()
    {
        var (group, _, author, reader) = await portal.TalkingGroupAsync(GroupDoor.Invitation);
        var resource = await portal.Given.ResourceAsync(group, author, "Fiche sur le vanadium");
        Assert.Equal([$"/ressources/{resource.Id}"], (await Hits(await portal.SignedInAsync(reader), "vanadium")).Select(h => h.Href));
        Assert.Empty(await Hits(await portal.SignedInAsync(await portal.Given.MemberAsync()), "vanadium"));
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

    /// <summary>The resources found.</summary>
    private static async Task<IReadOnlyList<(string Href, string Title)>> Hits(Browser browser, string typed)
    {
        var page = await browser.GetAsync($"/recherche?q={Uri.EscapeDataString(typed)}");
        return [.. page.Document.QuerySelectorAll("section[aria-labelledby=ressources] h3 a").Select(a => (a.GetAttribute("href")!, a.TextContent))];
    }
}
