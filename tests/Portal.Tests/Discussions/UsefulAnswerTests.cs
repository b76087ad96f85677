using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Discussions.Useful;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Points;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Discussions;

/// <summary>Whoever asked says which answer helped: it pays once, and is taken back by a counter-line.</summary>
public sealed class UsefulAnswerTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_asker_marks_an_answer_its_author_earns_and_taking_it_back_counters()
    {
        var (group, _, asker, helper) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, asker);
        var post = await portal.SayAsync(topic, helper, "Oui, en mars.");
        var page = await (await portal.SignedInAsync(asker)).GetAsync($"/discussions/{topic.Id}");
        Assert.Single(page.Document.QuerySelectorAll("form[action*=Useful]"));

        var marked = await page.Form("form[action*=Useful]").SubmitAsync();

        Assert.Contains("marquée utile", marked.Text);
        Assert.True((await (await portal.SignedInAsync(helper)).GetAsync($"/discussions/{topic.Id}")).Has(".tag-success"));
        Assert.Equal(5, await BalanceAsync(helper));
        var line = (await LinesAsync(helper)).Single();
        Assert.Equal(($"post:{post}", asker.Id, group.Id), (line.Subject, line.WrittenById!.Value, line.GroupId!.Value));
        Assert.Contains($"Réponse jugée utile : {topic.Title}", (await (await portal.SignedInAsync(helper)).GetAsync("/mes-points")).Text);
        await marked.Form("form[action*=Useful]").SubmitAsync();
        Assert.Equal(0, await BalanceAsync(helper));
        await (await (await portal.SignedInAsync(asker)).GetAsync($"/discussions/{topic.Id}")).Form("form[action*=Useful]").SubmitAsync();
        Assert.Equal(5, await BalanceAsync(helper));
        Assert.Equal([5, -5, 5], (await LinesAsync(helper)).Select(l => l.Amount));
    }

    [Fact]
    public async Task Twenty_clicks_at_once_pay_once()
    {
        var (group, _, asker, helper) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, asker);
        var post = await portal.SayAsync(topic, helper, "Oui.");
        var sight = (await portal.SightAsync(topic, asker))!;
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 20).Select(i => portal.WithAsync((UsefulAnswers useful) => i % 4 == 3 ? useful.UnmarkAsync(sight, post) : useful.MarkAsync(sight, post)))),
            Assert.Null);
        await portal.WithAsync((UsefulAnswers useful) => useful.MarkAsync(sight, post));
        Assert.Equal(5, await BalanceAsync(helper));
        await new Auditor(portal.Database).AssertAsync();
    }

    [Fact]
    public async Task Nobody_else_marks_nor_the_asker_their_own_words_nor_hidden_ones_nor_those_of_another_topic()
    {
        var (group, animator, asker, helper) = await portal.TalkingGroupAsync();
        var (topic, other) = (await portal.Given.TopicAsync(group, asker), await portal.Given.TopicAsync(group, animator));
        var (answer, own, elsewhere) = (await portal.SayAsync(topic, helper, "Oui."), await portal.SayAsync(topic, asker, "Merci."), await portal.SayAsync(other, helper, "Non."));
        var hidden = await portal.SayAsync(topic, helper, "Masqué");
        await portal.Database.WithAsync(db => db.Posts.Where(p => p.Id == hidden).ExecuteUpdateAsync(s => s.SetProperty(p => p.HiddenAt, portal.Clock.GetUtcNow())));
        foreach (var (member, post) in new[] { (animator, answer), (helper, answer), (asker, own), (asker, elsewhere), (asker, hidden), (asker, long.MaxValue) })
            Assert.Equal(HttpStatusCode.NotFound, await MarkAsync(member, topic, post));
        Assert.Equal(0, await BalanceAsync(helper));
        Assert.Equal(HttpStatusCode.OK, await MarkAsync(asker, topic, answer));
        Assert.Equal(5, await BalanceAsync(helper));
    }

    [Fact]
    public async Task A_day_pays_no_more_than_its_cap_and_an_answer_that_earned_nothing_takes_nothing_back()
    {
        var (group, _, asker, helper) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, asker);
        var sight = (await portal.SightAsync(topic, asker))!;
        var posts = new List<long>();
        for (var i = 0; i < 7; i++)
            posts.Add(await portal.SayAsync(topic, helper, $"Réponse {i}"));
        foreach (var post in posts)
            Assert.Null(await portal.WithAsync((UsefulAnswers useful) => useful.MarkAsync(sight, post)));
        Assert.Equal(25, await BalanceAsync(helper));
        Assert.Null(await portal.WithAsync((UsefulAnswers useful) => useful.UnmarkAsync(sight, posts[6])));
        Assert.Equal(25, await BalanceAsync(helper));
    }

    [Fact]
    public async Task Points_spent_keep_their_mark_and_what_an_administrator_took_back_stays_so()
    {
        var (group, _, asker, helper) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, asker);
        var (spent, taken) = (await portal.SayAsync(topic, helper, "Un"), await portal.SayAsync(topic, helper, "Deux"));
        var sight = (await portal.SightAsync(topic, asker))!;
        await portal.WithAsync((UsefulAnswers useful) => useful.MarkAsync(sight, spent));
        await portal.WithAsync((Ledger ledger) => ledger.SpendAsync(new Spending(helper.Id, 5, "resource:0", "{}"), portal.Clock.GetUtcNow()));
        Assert.Equal(UsefulRefusal.AlreadySpent, await portal.WithAsync((UsefulAnswers useful) => useful.UnmarkAsync(sight, spent)));
        Assert.True(await portal.Database.WithAsync(db => db.Posts.AnyAsync(p => p.Id == spent && p.UsefulAt != null)));

        var administrator = await portal.Given.MemberAsync(administrator: true);
        await portal.WithAsync((UsefulAnswers useful) => useful.MarkAsync(sight, taken));
        var line = (await LinesAsync(helper)).Single(l => l.Subject == $"post:{taken}");
        Assert.Null(await portal.WithAsync((LedgerReversal reversal) => reversal.ReverseAsync(line.Id, administrator.Id, "Entente", portal.Clock.GetUtcNow())));
        await portal.WithAsync((UsefulAnswers useful) => useful.UnmarkAsync(sight, taken));
        await portal.WithAsync((UsefulAnswers useful) => useful.MarkAsync(sight, taken));
        Assert.Equal(0, await BalanceAsync(helper));
    }

    private async Task<HttpStatusCode> MarkAsync(Member member, Topic topic, long post)
    {
        var browser = await portal.SignedInAsync(member);
        return (await browser.PostAsync($"/discussions/{topic.Id}?handler=Useful", await browser.TokenAsync(), ("post", $"{post}"), ("on", "true"))).Status;
    }

    private Task<int> BalanceAsync(Member member) => portal.WithAsync(async (LedgerReading reading) => (await reading.AccountAsync(member.Id)).Balance);

    private Task<List<PointsEntry>> LinesAsync(Member member) =>
        portal.Database.WithAsync(db => db.PointsEntries.Where(e => e.MemberId == member.Id).OrderBy(e => e.Id).ToListAsync());
}
