using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Live.JoinLinks;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Reminders;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Live;

/// <summary>The personal link of the last reminder: one room, one seat, until the end; and nothing else, ever.</summary>
public sealed class JoinLinkTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Opening_the_link_signs_nobody_in_and_the_button_opens_the_room()
    {
        var (conference, agent, path) = await LinkAsync();
        using var browser = portal.Browser();
        var asked = await browser.GetAsync(path);
        Assert.Contains(agent.Name, asked.Text);
        Assert.Contains(conference.Title, asked.Text);
        Assert.Equal(0, browser.Cookies.GetCookies(portal.Address).Count(c => c.Name == "session"));
        var room = await asked.Form("main form").SubmitAsync();
        Assert.Equal((RoomOf(conference), HttpStatusCode.OK), (room.Path, room.Status));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(browser, conference.Id));
    }

    [Fact]
    public async Task Such_a_session_reaches_that_room_and_nothing_else()
    {
        var (conference, agent, path) = await LinkAsync();
        var other = await portal.Given.ConferenceAsync(conference.Group, agent, "Autre");
        await portal.Given.RegistrationAsync(other, await portal.Given.MemberAsync());
        using var guest = await EnteredAsync(path);
        using var member = await portal.Browser().SignInAsync(agent);
        foreach (var closed in new[]
        {
            "/profil", "/groupes", "/mes-points", "/recherche?q=a", "/annuaire", $"/conferences/{other.Id}/salle", $"/groupes/{conference.Group.Slug}",
            $"/conferences/{conference.Id}/inscription", $"/conferences/{conference.Id}/salle/", $"/conferences/{conference.Id}/SALLE", "/replays", "/ressources", "/courriels",
        })
        {
            Assert.StartsWith("/connexion?retour=", (await guest.GetAsync(closed)).Path);
            Assert.DoesNotContain("/connexion", (await member.GetAsync(closed)).Path);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(guest, other.Id));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(member, other.Id));
        Assert.Contains("Se connecter", (await guest.GetAsync("/conferences")).Content);
        Assert.Contains("Se connecter", (await guest.GetAsync($"/conferences/{conference.Id}")).Content);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(RoomOf(conference))).Status);
    }

    [Fact]
    public async Task A_change_of_the_member_s_row_leaves_the_session_as_narrow_as_it_was()
    {
        var (conference, agent, path) = await LinkAsync();
        using var guest = await EnteredAsync(path);
        await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == agent.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Name, "Autre Nom")));
        portal.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(RoomOf(conference))).Status);
        Assert.StartsWith("/connexion", (await guest.GetAsync("/profil")).Path);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(RoomOf(conference))).Status);
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("again")]
    [InlineData("cancelled")]
    [InlineData("ended")]
    [InlineData("removed")]
    [InlineData("everywhere")]
    public async Task Link_and_session_die_at_once_with_what_they_stood_on(string death)
    {
        var (conference, agent, path) = await LinkAsync();
        using var guest = await EnteredAsync(path);
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(RoomOf(conference))).Status);
        await DieAsync(death, conference, agent);
        Assert.StartsWith("/connexion", (await guest.GetAsync(RoomOf(conference))).Path);
        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(guest, conference.Id));
        using var late = portal.Browser();
        var page = await late.GetAsync(path);
        Assert.Equal(death == "everywhere", page.Has("main form"));
        if (death != "everywhere")
            Assert.DoesNotContain(conference.Title, page.Content);
    }

    [Fact]
    public async Task A_form_opened_before_the_seat_was_given_back_opens_nothing()
    {
        var (conference, agent, path) = await LinkAsync();
        using var browser = portal.Browser();
        var form = (await browser.GetAsync(path)).Form("main form");
        Assert.Null(await portal.WithdrawAsync(conference, agent));
        var late = await form.SubmitAsync();
        Assert.Contains("Ce lien ne sert plus", late.Text);
        Assert.StartsWith("/connexion", (await browser.GetAsync(RoomOf(conference))).Path);
    }

    [Fact]
    public async Task Whoever_is_signed_in_goes_straight_to_the_room_and_a_stranger_is_warned()
    {
        var (conference, agent, path) = await LinkAsync();
        using var own = await portal.Browser().SignInAsync(agent);
        Assert.Equal(RoomOf(conference), (await own.GetAsync(path)).Path);
        Assert.Equal("/profil", (await own.GetAsync("/profil")).Path);
        using var stranger = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        Assert.Contains("autre nom", (await stranger.GetAsync(path)).Text);
    }

    [Fact]
    public async Task Who_runs_the_conference_gets_no_such_link_and_one_made_for_them_opens_nothing()
    {
        var (group, animator) = (await portal.Given.GroupAsync(), await portal.Given.MemberAsync());
        await portal.Given.MembershipAsync(group, animator, GroupRole.Animator);
        var conference = await portal.Given.ConferenceAsync(group, await portal.Given.MemberAsync(), startsAt: portal.Clock.GetUtcNow().AddMinutes(50));
        var seat = await portal.Given.RegistrationAsync(conference, animator);
        Assert.DoesNotContain("/rejoindre/", await LastReminderAsync(conference));
        using var browser = portal.Browser();
        Assert.False((await browser.GetAsync($"/rejoindre/{Token(seat.Id)}")).Has("main form"));
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("AAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%F0%9F%8E%93")]
    public async Task A_link_nobody_signed_does_not_exist(string token)
    {
        using var browser = portal.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/rejoindre/{token}")).Status);
    }

    [Fact]
    public async Task A_changed_link_and_another_s_seat_do_not_exist()
    {
        var (_, _, path) = await LinkAsync();
        var changed = path[..^1] + (path[^1] == 'A' ? 'B' : 'A');
        using var browser = portal.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/rejoindre/" + new string([.. path["/rejoindre/".Length..].Reverse()]))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(changed)).Status);
    }

    [Fact]
    public void A_pass_that_cannot_be_read_opens_nothing()
    {
        var pass = RoomPass.Of(new(new System.Security.Claims.ClaimsIdentity([new("only-room", "x")], "test")));
        var request = new DefaultHttpContext().Request;
        request.Path = "/conferences/1/salle";
        Assert.NotNull(pass);
        Assert.False(pass.Opens(request));
    }

    /// <summary>A private group's conference in less than an hour, an agent with a seat, and the link of the letter.</summary>
    private async Task<(Conference Conference, Member Agent, string Path)> LinkAsync()
    {
        var home = await portal.Given.CollectiviteAsync();
        var (group, agent) = (await portal.Given.GroupAsync(privateTo: home), await portal.Given.MemberAsync(home, "Awa Diallo"));
        await portal.Given.MembershipAsync(group, agent);
        var conference = await portal.Given.ConferenceAsync(group, await portal.Given.MemberAsync(home), startsAt: portal.Clock.GetUtcNow().AddMinutes(50));
        await portal.Given.RegistrationAsync(conference, agent);
        conference.Group = group;
        var body = await LastReminderAsync(conference);
        var at = body.IndexOf("/rejoindre/", StringComparison.Ordinal);
        return (conference, agent, body[at..].Split('\n')[0].Trim());
    }

    /// <summary>The letter of the last reminder, as text.</summary>
    private async Task<string> LastReminderAsync(Conference conference)
    {
        Assert.Equal(MilestoneOutcome.Done, await portal.WithAsync((ReminderDesk d) => d.RemindAsync(conference.Id, MilestoneKind.LastReminder, default)));
        var letter = await portal.Database.WithAsync(db => db.Letters.SingleAsync(l => l.Kind == LetterKind.Reminder && l.Stream.StartsWith($"registration:{conference.Id}:")));
        return await portal.WithAsync((LetterRenderer r) => Task.FromResult(r.Render(letter).TextBody!));
    }

    private string Token(int seat) => ((JoinTokens)portal.Services.GetService(typeof(JoinTokens))!).Of(seat);

    private async Task<Browser> EnteredAsync(string path)
    {
        var browser = portal.Browser();
        await (await browser.GetAsync(path)).Form("main form").SubmitAsync();
        return browser;
    }

    private async Task DieAsync(string death, Conference conference, Member agent)
    {
        if (death is "withdrawn" or "again")
            Assert.Null(await portal.WithdrawAsync(conference, agent));
        if (death == "again")
            Assert.Null(await portal.RegisterAsync(conference, agent));
        if (death is "cancelled" or "ended")
            await SetAsync(conference, death == "ended" ? ConferenceState.Ended : ConferenceState.Cancelled);
        if (death == "removed")
            await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == agent.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.RemovedAt, portal.Clock.GetUtcNow())));
        if (death == "everywhere")
        {
            using var own = await portal.Browser().SignInAsync(agent);
            await (await own.GetAsync("/profil")).Form("form[action*=Everywhere]").SubmitAsync();
        }
    }

    private Task<int> SetAsync(Conference conference, ConferenceState state) =>
        portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, state)));

    private static string RoomOf(Conference conference) => string.Create(CultureInfo.InvariantCulture, $"/conferences/{conference.Id}/salle");

    private async Task<HttpStatusCode> NegotiateAsync(Browser browser, int conference)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hub/salle/negotiate?negotiateVersion=1&conference={conference}");
        request.Headers.Add("Origin", portal.Address.GetLeftPart(UriPartial.Authority));
        using var answer = await browser.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
