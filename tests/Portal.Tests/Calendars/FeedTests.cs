using System.Net;
using System.Net.Http.Headers;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Calendars.Feeds;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Calendars;

/// <summary>Who hears what by which address, until when, and that nothing personal is in what is shared.</summary>
public sealed class FeedTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task My_feed_holds_what_I_registered_for_and_what_I_run_and_nothing_else()
    {
        var (group, trainer) = await GroupAsync();
        var me = await portal.Given.MemberAsync();
        var (mine, other) = (await PlanAsync(group, trainer, "Inscrite"), await PlanAsync(group, trainer, "Autre"));
        await PlanAsync(group, me, "Animée");
        Assert.Null(await portal.RegisterAsync(mine, me));
        Assert.Null(await portal.RegisterAsync(other, me));
        Assert.Null(await portal.WithdrawAsync(other, me));
        Assert.Equal(["Animée", "Inscrite"], await TitlesAsync(await AddressAsync(me, "moi.ics")));
        Assert.Equal(["Autre", "Inscrite"], await TitlesAsync(await AddressAsync(trainer, "moi.ics")));
    }

    [Fact]
    public async Task A_new_link_kills_the_former_and_a_deleted_one_leads_nowhere()
    {
        var me = await portal.Given.MemberAsync();
        using var browser = await portal.Browser().SignInAsync(me);
        var made = await (await browser.GetAsync("/agenda")).Form("form[action*=Renew]").SubmitAsync();
        var former = Shown(made);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(former));
        var renewed = await made.Form("form[action*=Renew]").SubmitAsync();
        var latter = Shown(renewed);
        Assert.NotEqual(former, latter);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(former), await StatusAsync(latter)));
        await renewed.Form("form[action*=Revoke]").SubmitAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(latter));
        Assert.DoesNotContain("/moi.ics", (await browser.GetAsync("/agenda")).Content);
    }

    [Fact]
    public async Task No_row_holds_a_token()
    {
        var me = await portal.Given.MemberAsync();
        var token = await TokenAsync(me);
        var row = await portal.Database.WithAsync(db => db.FeedLinks.SingleAsync(l => l.MemberId == me.Id));
        Assert.Equal(43, token.Length);
        Assert.Equal(FeedTokens.HashOf(token), row.TokenHash);
        Assert.DoesNotContain(token, Convert.ToBase64String(row.TokenHash));
    }

    [Fact]
    public async Task Who_sleeps_was_removed_or_left_has_no_feed_and_who_is_awake_again_has_it_back()
    {
        var me = await portal.Given.MemberAsync();
        var address = await AddressAsync(me, "moi.ics");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));
        await SetAsync(me, removed: portal.Clock.GetUtcNow());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
        await SetAsync(me, removed: null);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == me.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.ProvedAt, portal.Clock.GetUtcNow().AddYears(-2))));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
    }

    [Theory]
    [InlineData(GroupDoor.OnApproval)]
    [InlineData(GroupDoor.Invitation)]
    [InlineData(GroupDoor.Collectivite)]
    public async Task A_private_group_s_feed_opens_by_a_personal_link_alone_and_dies_with_the_right(GroupDoor door)
    {
        var home = await portal.Given.CollectiviteAsync();
        var (me, stranger) = (await portal.Given.MemberAsync(home), await portal.Given.MemberAsync());
        var group = await portal.Given.GroupAsync(privateTo: door == GroupDoor.Collectivite ? home : null, door: door);
        var membership = await portal.Given.MembershipAsync(group, me);
        await PlanAsync(group, me, "Entre nous");
        var mine = await AddressAsync(me, $"groupes/{group.Slug}.ics");
        Assert.Equal(["Entre nous"], await TitlesAsync(mine));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/agendas/groupes/{group.Slug}.ics"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await AddressAsync(stranger, $"groupes/{group.Slug}.ics")));
        Assert.DoesNotContain("Entre nous", await TitlesAsync("/agendas/programme.ics"));
        Assert.DoesNotContain("Entre nous", await TitlesAsync(await AddressAsync(stranger, "programme.ics")));
        Assert.Contains("Entre nous", await TitlesAsync(await AddressAsync(me, "programme.ics")));

        await LeaveAsync(door, me, membership);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(mine));
        Assert.DoesNotContain("Entre nous", await TitlesAsync(await AddressAsync(me, "programme.ics")));
        Assert.Empty(await TitlesAsync(await AddressAsync(me, "moi.ics")));
    }

    [Fact]
    public async Task An_open_group_s_feed_is_for_all_and_names_neither_people_nor_the_group()
    {
        var (group, trainer) = await GroupAsync("Réseau des trésoriers");
        var conference = await PlanAsync(group, trainer, "Budget");
        var agent = await portal.Given.MemberAsync(name: "Awa Diallo");
        Assert.Null(await portal.RegisterAsync(conference, agent));
        var token = await TokenAsync(agent);
        using var visitor = portal.Browser();
        foreach (var path in new[] { $"/agendas/groupes/{group.Slug}.ics", "/agendas/programme.ics" })
        {
            var feed = await visitor.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, "text/calendar"), (feed.Status, feed.Response.Content.Headers.ContentType!.MediaType));
            Assert.Contains("SUMMARY:Budget", feed.Content);
            foreach (var secret in new[] { "ATTENDEE", "Awa", agent.Address, trainer.Name, trainer.Address, "trésoriers", token, "/rejoindre/", "/agendas/" })
                Assert.DoesNotContain(secret, feed.Content);
        }

        var own = await visitor.GetAsync($"/agendas/{token}/moi.ics");
        Assert.Contains("SUMMARY:Budget", own.Content);
        Assert.DoesNotContain(token, own.Content);
    }

    [Fact]
    public async Task A_program_that_has_the_feed_is_told_so_until_something_changes()
    {
        var (group, trainer) = await GroupAsync();
        var conference = await PlanAsync(group, trainer, "Avant");
        var path = $"/agendas/groupes/{group.Slug}.ics";
        var first = await AskAsync(path, null);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotNull(first.Headers.ETag);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await AskAsync(path, first.Headers.ETag);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Null(await portal.RegisterAsync(conference, await portal.Given.MemberAsync()));
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(path, first.Headers.ETag)).StatusCode);

        Assert.True((await ChangeAsync(conference, trainer, "Après")).Saved);

        var changed = await AskAsync(path, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
        Assert.Contains("SUMMARY:Après", await changed.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Uid_and_sequence_are_those_of_the_letters_and_a_cancelled_conference_says_so_for_a_while()
    {
        var (group, trainer) = await GroupAsync();
        var conference = await PlanAsync(group, trainer, "Marchés");
        var agent = await portal.Given.MemberAsync();
        Assert.Null(await portal.RegisterAsync(conference, agent));
        Assert.True((await ChangeAsync(conference, trainer, "Marchés publics")).Saved);
        var path = $"/agendas/groupes/{group.Slug}.ics";
        var told = (await EventsAsync(path)).Single();
        Assert.Equal((conference.CalendarUid, 1, "CONFIRMED"), (told.Uid, told.Sequence, told.Status));

        var sight = (await portal.SightAsync(conference, trainer))!;
        Assert.Null(await portal.WithAsync((ConferenceDesk d) => d.CancelAsync(sight, "Panne")));

        told = (await EventsAsync(path)).Single();
        Assert.Equal((conference.CalendarUid, 2, "CANCELLED"), (told.Uid, told.Sequence, told.Status));
        Assert.Equal("CANCELLED", (await EventsAsync(await AddressAsync(agent, "moi.ics"))).Single().Status);
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(s => s
            .SetProperty(c => c.StartsAt, portal.Clock.GetUtcNow().AddDays(-70)).SetProperty(c => c.EndsAt, portal.Clock.GetUtcNow().AddDays(-69))));
        Assert.Empty(await EventsAsync(path));
    }

    [Fact]
    public async Task Times_are_those_of_the_holder_s_zone_and_say_one_instant()
    {
        var (group, trainer) = await GroupAsync();
        var conference = await PlanAsync(group, trainer, "Ici et là-bas");
        var far = await portal.Given.MemberAsync(timeZone: "Pacific/Noumea");
        using var visitor = portal.Browser();
        var there = (await visitor.GetAsync(await AddressAsync(far, $"groupes/{group.Slug}.ics"))).Content;
        var here = (await visitor.GetAsync($"/agendas/groupes/{group.Slug}.ics")).Content;
        Assert.Contains("DTSTART;TZID=Pacific/Noumea:", there);
        Assert.Contains("TZID:Pacific/Noumea", there);
        Assert.Contains("DTSTART;TZID=Europe/Paris:", here);
        foreach (var feed in new[] { there, here })
            Assert.Equal(conference.StartsAt.UtcDateTime, Calendar.Load(feed)!.Events.Single().DtStart!.AsUtc);
    }

    [Theory]
    [InlineData("/agendas/nimporte/moi.ics")]
    [InlineData("/agendas/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/moi.ics")]
    [InlineData("/agendas/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/programme.ics")]
    [InlineData("/agendas/groupes/nexiste-pas.ics")]
    public async Task What_is_no_feed_does_not_exist(string path) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path));

    [Fact]
    public async Task A_visitor_is_offered_what_is_public_and_a_post_asks_to_sign_in()
    {
        using var visitor = portal.Browser();
        var page = await visitor.GetAsync("/agenda");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["http://localhost/agendas/programme.ics", "http://localhost/flux/conferences.xml"],
            page.Document.QuerySelectorAll("main input[readonly]").Select(i => i.GetAttribute("value")));
        Assert.Equal("webcal://localhost/agendas/programme.ics", page.Document.QuerySelector(".feed a")!.GetAttribute("href"));
        Assert.False(page.Has("main form"));
    }

    [Fact]
    public async Task The_page_lists_the_feeds_of_my_groups_and_of_no_other()
    {
        var home = await portal.Given.CollectiviteAsync();
        var me = await portal.Given.MemberAsync(home);
        var (open, closed, foreign) = (await portal.Given.GroupAsync(), await portal.Given.GroupAsync(privateTo: home), await portal.Given.GroupAsync(door: GroupDoor.Invitation));
        await portal.Given.MembershipAsync(open, me);
        await portal.Given.MembershipAsync(closed, me);
        var token = await TokenAsync(me);
        using var browser = await portal.Browser().SignInAsync(me);
        var page = await browser.GetAsync($"/agenda?groupe={foreign.Slug}");
        Assert.Contains($"http://localhost/agendas/groupes/{open.Slug}.ics", page.Content);
        Assert.Contains($"http://localhost/agendas/{token}/groupes/{closed.Slug}.ics", page.Content);
        Assert.DoesNotContain(foreign.Slug + ".ics", page.Content);
        Assert.Contains("no-store", page.Response.Headers.CacheControl!.ToString());
    }

    private async Task<(Group Group, Member Trainer)> GroupAsync(string? name = null)
    {
        var (group, trainer) = (await portal.Given.GroupAsync(name), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        return (group, trainer);
    }

    private Task<Conference> PlanAsync(Group group, Member trainer, string title) =>
        portal.Given.ConferenceAsync(group, trainer, title, PortalHost.Beginning.AddDays(3));

    private async Task<ConferenceEdit> ChangeAsync(Conference conference, Member trainer, string title)
    {
        var sight = (await portal.SightAsync(conference, trainer))!;
        var plan = new ConferencePlan(title, conference.Programme, conference.StartsAt, conference.EndsAt, conference.Capacity, [trainer.Id]);
        return await portal.WithAsync((ConferenceDesk d) => d.ChangeAsync(sight, plan, sight.Conference.Revision, new HashSet<int> { trainer.Id }));
    }

    private async Task LeaveAsync(GroupDoor door, Member member, GroupMembership membership)
    {
        var elsewhere = await portal.Given.CollectiviteAsync();
        await portal.Database.WithAsync(db => door == GroupDoor.Collectivite
            ? db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.CollectiviteId, elsewhere.Id).SetProperty(m => m.Proof, MemberProof.Approval).SetProperty(m => m.VouchedAt, portal.Clock.GetUtcNow()))
            : db.GroupMemberships.Where(m => m.GroupId == membership.GroupId && m.MemberId == member.Id).ExecuteDeleteAsync());
    }

    private Task<int> SetAsync(Member member, DateTimeOffset? removed) =>
        portal.Database.WithAsync(db => db.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.RemovedAt, removed)));

    private async Task<string> TokenAsync(Member member)
    {
        if (await portal.WithAsync((FeedLinks l) => l.TokenOfAsync(member.Id)) is { } token)
            return token;
        await portal.WithAsync(async (FeedLinks l) => { await l.RenewAsync(member.Id); return 0; });
        return (await portal.WithAsync((FeedLinks l) => l.TokenOfAsync(member.Id)))!;
    }

    private async Task<string> AddressAsync(Member member, string feed) => $"/agendas/{await TokenAsync(member)}/{feed}";

    private static string Shown(Page page) => new Uri(page.Document.QuerySelector("#moi")!.GetAttribute("value")!).PathAndQuery;

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var program = portal.Browser();
        return (await program.GetAsync(path)).Status;
    }

    private async Task<List<Ical.Net.CalendarComponents.CalendarEvent>> EventsAsync(string path)
    {
        using var program = portal.Browser();
        var feed = await program.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, feed.Status);
        return [.. Calendar.Load(feed.Content)!.Events];
    }

    private async Task<List<string>> TitlesAsync(string path) => [.. (await EventsAsync(path)).Select(e => e.Summary!).Order(StringComparer.Ordinal)];

    private async Task<HttpResponseMessage> AskAsync(string path, EntityTagHeaderValue? known)
    {
        using var program = portal.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
            request.Headers.IfNoneMatch.Add(known);
        return await program.Client.SendAsync(request);
    }
}
