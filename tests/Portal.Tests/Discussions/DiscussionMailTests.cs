using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Discussions;
using Training.Portal.Features.Discussions.Mail;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Discussions;

/// <summary>Posts and digests by mail, only to those still inside, with the way out in one click.</summary>
public sealed class DiscussionMailTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Followers_and_those_mentioned_receive_a_post_and_its_author_does_not()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, animator);
        await FollowAsync(topic, animator);
        await portal.SayAsync(topic, author, $"Qu'en pensez-vous, @{reader.Name} ?");
        await portal.DrainAsync(100);
        Assert.Empty(portal.Mail.To(author.Address));
        Assert.Contains(topic.Title, Assert.Single(portal.Mail.To(animator.Address)).Read().Subject, StringComparison.Ordinal);
        Assert.Contains("vous mentionne", Assert.Single(portal.Mail.To(reader.Address)).Read().TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_ends_by_one_click_without_cookie_as_RFC_8058_says()
    {
        var (group, animator, author, _) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, animator);
        await FollowAsync(topic, animator);
        await portal.SayAsync(topic, author, "Un");
        await portal.DrainAsync(100);
        var letter = Assert.Single(portal.Mail.To(animator.Address));
        Assert.Equal("List-Unsubscribe=One-Click", letter.Header("List-Unsubscribe-Post"));
        var path = new Uri(letter.Header("List-Unsubscribe")!.Trim('<', '>')).AbsolutePath;
        using var program = portal.Browser();
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(path)).Status);
        Assert.True(await FollowsAsync(topic, animator));
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(path, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.False(await FollowsAsync(topic, animator));
        await portal.SayAsync(topic, author, $"Deux, @{animator.Name}");
        await portal.DrainAsync(100);
        Assert.Single(portal.Mail.To(animator.Address));
    }

    [Fact]
    public async Task A_forged_way_out_ends_nothing()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync();
        var topic = await portal.Given.TopicAsync(group, author);
        await FollowAsync(topic, animator);
        var token = await portal.WithAsync((UnsubscribeTokens t) => Task.FromResult(t.Of(new Subscription(reader.Id, topic.Id))));
        foreach (var forged in new[] { token.Replace($"{reader.Id}.", $"{animator.Id}.", StringComparison.Ordinal), $"{animator.Id}.{topic.Id}.", $"{animator.Id}.{topic.Id}.x", "x", "1.2.3.4", "-1.0.x" })
            Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().PostAsync($"/desabonnement/{forged}")).Status);
        Assert.True(await FollowsAsync(topic, animator));
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().PostAsync($"/desabonnement/{token}")).Status);
    }

    [Fact]
    public async Task Who_left_a_closed_group_receives_nothing_more()
    {
        var (group, animator, author, reader) = await portal.TalkingGroupAsync(GroupDoor.Invitation);
        var topic = await portal.Given.TopicAsync(group, author);
        await FollowAsync(topic, animator);
        await FollowAsync(topic, reader);
        var sight = await portal.WithAsync((GroupFinder f) => f.FindAsync(group.Slug, animator.AsReader()));
        await portal.WithAsync((GroupDesk desk) => desk.RemoveAsync(sight!, reader.Id));
        await portal.SayAsync(topic, author, "Entre nous");
        await portal.DrainAsync(100);
        Assert.Single(portal.Mail.To(animator.Address));
        Assert.Empty(portal.Mail.To(reader.Address));
    }

    [Theory]
    [InlineData("removed"), InlineData("lapsed"), InlineData("unproved")]
    public async Task A_membership_that_sleeps_receives_neither_posts_nor_reports_nor_digests_and_awake_again_it_does(string asleep)
    {
        await using var alone = await PortalHost.StartAsync();
        var (group, animator, author, reader) = await alone.TalkingGroupAsync();
        var topic = await alone.Given.TopicAsync(group, author);
        foreach (var member in new[] { animator, reader })
            await alone.WithAsync(async (ReadingDesk desk) =>
            {
                await desk.FollowAsync(topic.Id, member.Id, true);
                return 0;
            });
        await alone.WithAsync(async (DigestDesk d) =>
        {
            await d.SetAsync(animator.Id, DigestRhythm.Daily);
            return 0;
        });
        await SinceAsync(alone, PortalHost.Beginning);
        await SleepAsync(alone, animator, asleep);

        var said = await alone.SayAsync(topic, author, $"Entre agents en poste, @{animator.Name}");
        var report = await (await (await alone.SignedInAsync(reader)).GetAsync($"/discussions/{topic.Id}")).FollowAsync($"a[href$='/signaler/{said}']");
        await report.Form().SubmitAsync(("Reason", "Hors sujet"));
        alone.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await DueAsync(alone));
        await alone.DrainAsync(100);
        Assert.Empty(alone.Mail.To(animator.Address));
        Assert.Single(alone.Mail.To(reader.Address));

        await SleepAsync(alone, animator, "awake");
        await alone.SayAsync(topic, author, "Pour tous");
        await alone.DrainAsync(100);
        Assert.Single(alone.Mail.To(animator.Address));
    }

    [Fact]
    public async Task A_digest_tells_once_what_others_wrote_and_one_has_not_read()
    {
        await using var alone = await PortalHost.StartAsync();
        var (group, animator, author, reader) = await alone.TalkingGroupAsync();
        var seen = await alone.Given.TopicAsync(group, author, "Déjà lue");
        await alone.Given.TopicAsync(group, author, "Toute neuve");
        foreach (var member in new[] { animator, author, reader })
            await alone.WithAsync(async (DigestDesk d) =>
            {
                await d.SetAsync(member.Id, member == reader ? DigestRhythm.Daily : DigestRhythm.Never);
                return 0;
            });
        await SinceAsync(alone, PortalHost.Beginning);
        await (await alone.SignedInAsync(reader)).GetAsync($"/discussions/{seen.Id}");
        Assert.Equal(0, await DueAsync(alone));
        alone.Clock.Advance(TimeSpan.FromDays(1));
        var drained = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DueAsync(alone)));
        Assert.Equal(1, drained.Sum());
        await alone.DrainAsync(100);
        var letter = Assert.Single(alone.Mail.Letters);
        Assert.Equal([reader.Address], letter.To);
        Assert.Contains("Toute neuve", letter.Read().TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Déjà lue", letter.Read().TextBody, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Header("List-Unsubscribe-Post"));
        alone.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await DueAsync(alone));
        await alone.DrainAsync(100);
        Assert.Single(alone.Mail.Letters);
    }

    [Theory]
    [InlineData("left"), InlineData("closed to one's collectivité")]
    public async Task A_digest_leaves_out_groups_one_is_no_longer_inside_of(string how)
    {
        await using var alone = await PortalHost.StartAsync();
        var (group, _, author, reader) = await alone.TalkingGroupAsync(GroupDoor.Invitation);
        await alone.Given.TopicAsync(group, author, "Secret");
        await alone.WithAsync(async (DigestDesk d) =>
        {
            await d.SetAsync(reader.Id, DigestRhythm.Daily);
            return 0;
        });
        await SinceAsync(alone, PortalHost.Beginning);
        await KeepOutAsync(alone, group, reader, how);
        alone.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await DueAsync(alone));
        await alone.DrainAsync(100);
        Assert.Empty(alone.Mail.Letters);
    }

    private static async Task KeepOutAsync(PortalHost portal, Group group, Member reader, string how)
    {
        var other = await portal.Given.CollectiviteAsync();
        await portal.Database.WithAsync(db => how == "left"
            ? db.GroupMemberships.Where(m => m.MemberId == reader.Id).ExecuteDeleteAsync()
            : db.Groups.Where(g => g.Id == group.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.Door, GroupDoor.Collectivite).SetProperty(g => g.CollectiviteId, other.Id)));
    }

    [Theory]
    [InlineData(DigestRhythm.Daily, "2026-11-24T08:00Z", "Europe/Paris", "2026-11-25T06:00Z")]
    [InlineData(DigestRhythm.Weekly, "2026-11-24T08:00Z", "Europe/Paris", "2026-11-30T06:00Z")]
    [InlineData(DigestRhythm.Weekly, "2026-11-30T06:00Z", "Europe/Paris", "2026-12-07T06:00Z")]
    [InlineData(DigestRhythm.Daily, "2026-03-28T20:00Z", "Europe/Paris", "2026-03-29T05:00Z")]
    [InlineData(DigestRhythm.Daily, "2026-11-24T08:00Z", "Indian/Reunion", "2026-11-25T03:00Z")]
    public void Digests_leave_at_seven_in_the_reader_s_morning(DigestRhythm rhythm, string now, string zone, string next) =>
        Assert.Equal(At(next), DigestRule.Next(rhythm, At(now), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<int> DueAsync(PortalHost host) => host.WithAsync((DigestDesk d) => d.WriteDueAsync(50));

    private static Task<int> SinceAsync(PortalHost host, DateTimeOffset since) =>
        host.Database.WithAsync(db => db.DigestSettings.ExecuteUpdateAsync(set => set.SetProperty(s => s.Since, since)));

    private static Task<int> SleepAsync(PortalHost portal, Member member, string how) => portal.Database.WithAsync(async db =>
    {
        var host = member.Address[(member.Address.LastIndexOf('@') + 1)..];
        await db.CollectiviteDomains.Where(d => d.Domain == host).ExecuteUpdateAsync(set => set.SetProperty(d => d.State, how == "lapsed" ? DomainState.Lapsed : DomainState.Official));
        DateTimeOffset? removed = how == "removed" ? PortalHost.Beginning : null;
        var proved = how == "unproved" ? PortalHost.Beginning.AddMonths(-12) : PortalHost.Beginning;
        return await db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.RemovedAt, removed).SetProperty(m => m.ProvedAt, proved));
    });

    private Task<int> FollowAsync(Topic topic, Member member) => portal.WithAsync(async (ReadingDesk desk) =>
    {
        await desk.FollowAsync(topic.Id, member.Id, true);
        return 0;
    });

    private Task<bool> FollowsAsync(Topic topic, Member member) =>
        portal.Database.WithAsync(db => db.TopicReadings.AnyAsync(r => r.TopicId == topic.Id && r.MemberId == member.Id && r.Follows == true));
}
