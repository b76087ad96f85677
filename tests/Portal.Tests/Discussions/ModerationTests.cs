using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Discussions.Moderation;
using Training.Portal.Features.Groups;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Discussions;

/// <summary>Report, hide, pin, close: who may, who is told, and what is kept of it.</summary>
public sealed class ModerationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_reported_message_is_hidden_its_author_told_why_and_every_step_logged()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, animator);
        var post = await portal.Given.PostAsync(topic, author, "Un propos déplacé");
        var browser = await portal.SignedInAsync(reader);
        var report = await (await browser.GetAsync($"/discussions/{topic.Id}")).FollowAsync($"a[href$='/signaler/{post.Id}']");
        Assert.Contains("Le motif manque", (await report.Form().SubmitAsync()).Text);
        Assert.Contains("Merci", (await report.Form().SubmitAsync(("Reason", "Insulte un élu"))).Text);
        await portal.DrainAsync(100);
        Assert.Contains("Insulte un élu", Assert.Single(portal.Mail.To(animator.Address)).Read().TextBody, StringComparison.Ordinal);

        var desk = await (await portal.SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/moderation");
        Assert.Contains("Un propos déplacé", desk.Text);
        var hide = await desk.FollowAsync("a[href*='/masquer/']");
        var hidden = await hide.Form().SubmitAsync(("Reason", "Contraire au devoir de réserve"));
        Assert.Contains("masqué", hidden.Text);
        await portal.DrainAsync(100);
        var letter = Assert.Single(portal.Mail.To(author.Address)).Read().TextBody!;
        Assert.Contains("Contraire au devoir de réserve", letter, StringComparison.Ordinal);
        Assert.Contains("Un propos déplacé", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Un propos déplacé", (await browser.GetAsync($"/discussions/{topic.Id}")).Content);
        Assert.DoesNotContain("Un propos déplacé", (await (await portal.SignedInAsync(author)).GetAsync($"/discussions/{topic.Id}")).Content);

        var acts = await portal.Database.WithAsync(db => db.ModerationEntries.Where(e => e.TopicId == topic.Id).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());
        Assert.Equal([ModerationAct.Reported, ModerationAct.Hidden], acts);
        Assert.Contains("Aucun signalement", (await (await portal.SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/moderation")).Text);
    }

    [Fact]
    public async Task What_animators_say_in_a_hidden_topic_is_mailed_to_animators_alone()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var second = await portal.Given.MemberAsync();
        await portal.Given.MembershipAsync(group, second, GroupRole.Animator);
        await portal.Given.CharterAsync(second);
        var topic = await portal.Given.TopicAsync(group, author, "À masquer");
        foreach (var follower in new[] { reader, second })
            await portal.WithAsync(async (ReadingDesk desk) =>
            {
                await desk.FollowAsync(topic.Id, follower.Id, true);
                return 0;
            });
        var first = await portal.Database.WithAsync(db => db.Posts.Where(p => p.TopicId == topic.Id).Select(p => p.Id).FirstAsync());
        var sight = await portal.SightAsync(topic, animator);
        await portal.WithAsync(async (ModerationDesk desk) =>
        {
            await desk.HideAsync(sight!, first, "Motif");
            return 0;
        });
        await portal.SayAsync(topic, animator, $"Entre nous, @{reader.Name}");
        while (await portal.DrainAsync(100) > 0)
        {
        }

        Assert.Empty(portal.Mail.To(reader.Address));
        Assert.Contains(portal.Mail.To(second.Address), letter => letter.Read().TextBody!.Contains("Entre nous", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_reports_everything_fills_the_animators_page_but_not_their_mailboxes()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        var browser = await portal.SignedInAsync(reader);
        for (var i = 0; i < ModerationDesk.MostTold + 3; i++)
        {
            var post = await portal.Given.PostAsync(topic, author, $"Message {i}");
            var report = await browser.GetAsync($"/discussions/{topic.Id}/signaler/{post.Id}");
            Assert.Contains("Merci", (await report.Form().SubmitAsync(("Reason", $"Motif {i}"))).Text, StringComparison.Ordinal);
        }

        while (await portal.DrainAsync(100) > 0)
        {
        }

        Assert.Equal(ModerationDesk.MostTold, portal.Mail.To(animator.Address).Count);
        Assert.Contains($"Motif {ModerationDesk.MostTold + 2}", (await (await portal.SignedInAsync(animator)).GetAsync($"/groupes/{group.Slug}/moderation")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hiding_twice_at_once_writes_to_the_author_once()
    {
        var (group, animator, author, _) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, animator);
        var post = await portal.Given.PostAsync(topic, author, "Deux fois");
        var sight = await portal.SightAsync(topic, animator);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => portal.WithAsync(async (ModerationDesk desk) =>
        {
            await desk.HideAsync(sight!, post.Id, "Motif");
            return 0;
        })));
        await portal.DrainAsync(100);
        Assert.Single(portal.Mail.To(author.Address));
        Assert.Equal(1, await portal.Database.WithAsync(db => db.ModerationEntries.CountAsync(e => e.PostId == post.Id)));
    }

    [Fact]
    public async Task Hiding_the_first_message_hides_the_topic_and_showing_it_brings_it_back()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author, "Titre déplacé");
        var first = await portal.Database.WithAsync(db => db.Posts.SingleAsync(p => p.TopicId == topic.Id));
        var (house, visitor) = (await portal.SignedInAsync(animator), await portal.SignedInAsync(reader));
        await (await house.GetAsync($"/discussions/{topic.Id}/masquer/{first.Id}")).Form().SubmitAsync(("Reason", "Motif"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/discussions/{topic.Id}")).Status);
        Assert.DoesNotContain("Titre déplacé", (await visitor.GetAsync($"/groupes/{group.Slug}/discussions")).Content);
        await (await house.GetAsync($"/discussions/{topic.Id}")).Form("form[action*=Show]").SubmitAsync();
        Assert.Contains("Titre déplacé", (await visitor.GetAsync($"/discussions/{topic.Id}")).Content);
    }

    [Fact]
    public async Task Only_animators_and_administrators_moderate_and_forged_posts_change_nothing()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        var post = await portal.Given.PostAsync(topic, author, "Visible");
        var browser = await portal.SignedInAsync(reader);
        var token = await browser.TokenAsync();
        foreach (var handler in new[] { "Pin", "Close", "Show", "Keep" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/discussions/{topic.Id}?handler={handler}", token, ("on", "true"), ("post", $"{post.Id}"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/discussions/{topic.Id}/masquer/{post.Id}", token, ("Reason", "x"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/groupes/{group.Slug}/moderation")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignedInAsync(animator)).GetAsync("/moderation")).Status);
        Assert.False(await portal.Database.WithAsync(db => db.ModerationEntries.AnyAsync(e => e.GroupId == group.Id)));

        var administrator = await portal.SignedInAsync(await portal.Given.MemberAsync(administrator: true));
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync($"/groupes/{group.Slug}/moderation")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync($"/discussions/{topic.Id}/masquer/{post.Id}")).Status);
    }

    [Fact]
    public async Task An_administrator_sees_the_reports_of_every_group()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, animator);
        var post = await portal.Given.PostAsync(topic, author, "À examiner partout");
        await (await (await portal.SignedInAsync(reader)).GetAsync($"/discussions/{topic.Id}/signaler/{post.Id}")).Form().SubmitAsync(("Reason", "Motif"));
        var all = await (await portal.SignedInAsync(await portal.Given.MemberAsync(administrator: true))).GetAsync("/moderation");
        Assert.Contains("À examiner partout", all.Text);
        Assert.Contains("classé", (await all.Form($"form:has(input[value='{post.Id}'])").SubmitAsync()).Text);
    }

    [Fact]
    public async Task A_closed_topic_takes_no_answer_and_a_pinned_one_comes_first()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var old = await portal.Given.TopicAsync(group, author, "Ancienne");
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await portal.Given.TopicAsync(group, author, "Récente");
        var page = await (await portal.SignedInAsync(animator)).GetAsync($"/discussions/{old.Id}");
        await page.Form("form[action*=Pin]").SubmitAsync();
        await page.Form("form[action*=Close]").SubmitAsync();
        var browser = await portal.SignedInAsync(reader);
        Assert.Equal("Ancienne", (await browser.GetAsync($"/groupes/{group.Slug}/discussions")).Texts("main h3 a")[0]);
        var forged = await browser.PostAsync($"/discussions/{old.Id}", await browser.TokenAsync(), ("Input.Text", "Quand même"));
        Assert.Contains("a fermé cette discussion", forged.Text);
    }
}
