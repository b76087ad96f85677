using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Groups;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Discussions;

/// <summary>Topics and posts: writing, the charter, unread marks, double clicks.</summary>
public sealed class DiscussionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_topic_is_opened_and_answered_in_markdown_that_does_no_harm()
    {
        var (group, _, author, reader) = await portal.TalkingGroupAsync();
        var browser = await portal.SignedInAsync(author);
        var form = (await browser.GetAsync($"/groupes/{group.Slug}/discussions/nouvelle")).Form();
        var topic = await form.SubmitAsync(("Input.Title", "Seuils <b>2027</b>"), ("Input.Text", "**Gras** <script>alert(1)</script> [x](javascript:alert(1))"));
        Assert.StartsWith("/discussions/", topic.Path);
        Assert.Contains("<strong>Gras</strong>", topic.Content);
        Assert.DoesNotContain("<script>alert", topic.Content);
        Assert.Empty(topic.Document.QuerySelectorAll("a[href^=javascript]"));
        Assert.Equal("Seuils <b>2027</b>", topic.Document.QuerySelector("h1")!.TextContent);
        var answered = await (await (await portal.SignedInAsync(reader)).GetAsync(topic.Path)).Form("form:has(textarea)").SubmitAsync(("Input.Text", "Merci."));
        Assert.Equal(2, answered.Document.QuerySelectorAll("article").Length);
    }

    [Fact]
    public async Task The_duty_of_reserve_is_recalled_where_one_writes_and_the_charter_is_accepted_once()
    {
        var group = await portal.Given.GroupAsync();
        var agent = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, agent);
        var browser = await portal.SignedInAsync(agent);
        var page = await browser.GetAsync($"/groupes/{group.Slug}/discussions/nouvelle");
        Assert.Contains("devoir de réserve", page.Text);
        var refused = await page.Form().SubmitAsync(("Input.Title", "Bonjour"), ("Input.Text", "Un message gardé"));
        Assert.Contains("lisez la charte", refused.Texts(".error-summary").Single());
        Assert.Equal("Un message gardé", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        var opened = await refused.Form().SubmitAsync(("Input.Charter", "true"));
        Assert.StartsWith("/discussions/", opened.Path);
        Assert.False(opened.Has("[name='Input.Charter']"));
        Assert.Contains("devoir de réserve", opened.Text);
        Assert.Contains("devoir de réserve", (await portal.Browser().GetAsync("/charte")).Text);
    }

    [Fact]
    public async Task The_same_page_sent_ten_times_at_once_is_one_topic_and_one_post()
    {
        var (group, _, author, reader) = await portal.TalkingGroupAsync();
        var sight = await portal.WithAsync((GroupFinder f) => f.FindAsync(group.Slug, author.AsReader()));
        var key = Guid.NewGuid();
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            portal.WithAsync((DiscussionDesk desk) => desk.OpenAsync(sight!, new PostForm { Title = "Une fois", Text = "Une fois", Key = key }, []))));
        var id = Assert.Single(ids.Distinct());
        var topic = await portal.Database.WithAsync(db => db.Topics.SingleAsync(t => t.Id == id));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.SayAsync(topic, reader, "Une réponse", key)));
        Assert.Equal(2, await portal.Database.WithAsync(db => db.Posts.CountAsync(p => p.TopicId == id)));
        Assert.Equal(2, await portal.Database.WithAsync(db => db.Topics.Where(t => t.Id == id).Select(t => t.Posts).SingleAsync()));
    }

    [Fact]
    public async Task Posts_of_twenty_at_once_are_all_counted()
    {
        var (group, animator, author, _) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => portal.SayAsync(topic, i % 2 == 0 ? animator : author, $"Réponse {i}")));
        Assert.Equal(21, await portal.Database.WithAsync(db => db.Topics.Where(t => t.Id == topic.Id).Select(t => t.Posts).SingleAsync()));
    }

    [Fact]
    public async Task What_others_wrote_is_marked_unread_until_one_looks()
    {
        var (group, _, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        await portal.Given.PostAsync(topic, author, "Encore");
        var browser = await portal.SignedInAsync(reader);
        Assert.Contains("2 nouveaux messages", (await browser.GetAsync($"/groupes/{group.Slug}/discussions")).Text);
        Assert.DoesNotContain("nouveau", (await (await portal.SignedInAsync(author)).GetAsync($"/groupes/{group.Slug}/discussions")).Text);
        await browser.GetAsync($"/discussions/{topic.Id}");
        Assert.DoesNotContain("nouveau", (await browser.GetAsync($"/groupes/{group.Slug}/discussions")).Text);
        await portal.SayAsync(topic, author, "Et encore");
        Assert.Contains("Un nouveau message", (await browser.GetAsync($"/groupes/{group.Slug}")).Text);
    }

    [Fact]
    public async Task One_reads_an_open_group_and_joins_it_to_write()
    {
        var (group, _, author, _) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author, text: "Lisible");
        var browser = await portal.SignedInAsync(await portal.Given.MemberAsync());
        var page = await browser.GetAsync($"/discussions/{topic.Id}");
        Assert.Contains("Lisible", page.Text);
        Assert.False(page.Has("textarea"));
        var forged = await browser.PostAsync($"/discussions/{topic.Id}", await browser.TokenAsync(), ("Input.Text", "Intrus"), ("Input.Charter", "true"));
        Assert.Contains("Rejoignez le groupe", forged.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/groupes/{group.Slug}/discussions/nouvelle")).Status);
        Assert.Equal(1, await portal.Database.WithAsync(db => db.Posts.CountAsync(p => p.TopicId == topic.Id)));
    }

    [Fact]
    public async Task The_eleventh_post_of_a_minute_waits()
    {
        var (group, _, author, _) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        for (var i = 1; i < PostRule.MostPerMinute; i++)
            await portal.Given.PostAsync(topic, author, "Vite");
        var browser = await portal.SignedInAsync(author);
        var refused = await (await browser.GetAsync($"/discussions/{topic.Id}")).Form("form:has(textarea)").SubmitAsync(("Input.Text", "Trop"));
        Assert.Contains("dix messages en une minute", refused.Text);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("publié", (await refused.Form("form:has(textarea)").SubmitAsync()).Text);
    }

    [Theory]
    [InlineData("Bonjour @Awa Diallo, une idée ?", 1)]
    [InlineData("@awa diallo", 1)]
    [InlineData("@Zoe Lefevre", 3)]
    [InlineData("Merci @Awa Diallo-Martin !", 2)]
    [InlineData("awa@Awa Diallo.fr")]
    [InlineData("@Awa")]
    [InlineData("@Awa Dialloux")]
    [InlineData("@")]
    [InlineData("@Awa Diallo et @Zoé Lefèvre", 1, 3)]
    public void A_mention_means_the_members_so_named(string text, params int[] meant)
    {
        Mentionable[] people = [new(1, "Awa Diallo"), new(2, "Awa Diallo-Martin"), new(3, "Zoé Lefèvre")];
        Assert.Equal(meant, MentionRule.Of(text, people));
    }
}
