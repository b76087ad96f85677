using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Training.MailSink;
using Training.Portal.Features.Calendars.Feeds;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Tests.Membership;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Calendars;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Calendars;

/// <summary>What another calendar program makes of the letters and feeds, as they arrived.</summary>
public sealed class CalendarProgramTests : IAsyncLifetime
{
    private PortalHost portal = null!;
    private Member trainer = null!;
    private Member agent = null!;
    private Conference conference = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalHost.StartAsync();
        (trainer, agent) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync(name: "Zoé \"l’Élue\", maire", timeZone: "Indian/Reunion"));
        var group = await portal.Given.GroupAsync();
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        conference = await portal.Given.ConferenceAsync(group, trainer, "Marchés publics ; la « réforme », \\ et 🎓", PortalHost.Beginning.AddDays(2));
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Invitation_update_new_title_and_cancellation_in_order_leave_an_empty_calendar()
    {
        Assert.Null(await portal.RegisterAsync(conference, agent));
        var told = await ReceivedAsync();
        var first = Assert.Single(told.Entries);
        Assert.Equal((conference.Title, conference.StartsAt, conference.EndsAt, 0), (first.Summary, first.Start, first.End, first.Sequence));
        Assert.Equal(("Indian/Reunion", true), (first.Zone, first.ZoneIsCarried));
        Assert.Equal(("mailto:e-rt@portail.test", $"mailto:{agent.Address}"), (first.Organizer, Assert.Single(first.Attendees)));

        await ChangeAsync(conference.Title, conference.StartsAt.AddDays(1));
        var moved = Assert.Single((await ReceivedAsync()).Entries);
        Assert.Equal((first.Uid, 1, conference.StartsAt.AddDays(1)), (moved.Uid, moved.Sequence, moved.Start));

        await ChangeAsync("Autre titre", conference.StartsAt.AddDays(1));
        var renamed = Assert.Single((await ReceivedAsync()).Entries);
        Assert.Equal((first.Uid, 2, "Autre titre"), (renamed.Uid, renamed.Sequence, renamed.Summary));

        Assert.Null(await portal.WithAsync(async (ConferenceDesk d) => await d.CancelAsync((await portal.SightAsync(conference, trainer))!, "Panne")));
        var all = await ReceivedAsync();
        Assert.Empty(all.Entries);
        Assert.Equal(["REQUEST", "REQUEST", "REQUEST", "CANCEL"], all.Heard.Select(h => h.Method));
    }

    [Fact]
    public async Task A_cancellation_never_overtakes_its_invitation_that_the_relay_put_off()
    {
        portal.Mail.Script.Next(SinkFault.TryLater);
        Assert.Null(await portal.RegisterAsync(conference, agent));
        await DrainAsync();
        Assert.Null(await portal.WithdrawAsync(conference, agent));
        await DrainAsync();
        Assert.Empty(portal.Mail.To(agent.Address));

        await HurryAsync();
        await DrainAsync();
        var all = await ReceivedAsync();
        Assert.Equal(["REQUEST", "CANCEL"], all.Heard.Select(h => h.Method));
        Assert.Empty(all.Entries);
    }

    [Fact]
    public async Task Given_back_and_taken_again_with_a_failing_invitation_the_seat_is_in_the_calendar()
    {
        portal.Mail.Script.Next(SinkFault.TryLater, SinkFault.CutDuringData);
        Assert.Null(await portal.RegisterAsync(conference, agent));
        Assert.Null(await portal.WithdrawAsync(conference, agent));
        Assert.Null(await portal.RegisterAsync(conference, agent));
        for (var i = 0; i < 5; i++)
        {
            await DrainAsync();
            await HurryAsync();
        }

        var all = await ReceivedAsync();
        Assert.Equal(["REQUEST", "CANCEL", "REQUEST"], all.Heard.Select(h => h.Method));
        Assert.Single(all.Entries);
    }

    [Fact]
    public async Task The_calendar_is_in_the_letter_twice_and_says_the_same()
    {
        Assert.Null(await portal.RegisterAsync(conference, agent));
        await DrainAsync();
        var message = Assert.Single(portal.Mail.To(agent.Address)).Read();
        var attached = message.Attachments.OfType<MimePart>().Single(p => p.FileName!.EndsWith(".ics", StringComparison.Ordinal));
        using var content = new MemoryStream();
        attached.Content!.DecodeTo(content);
        var (inside, beside) = (await CalendarProgram.ReadAsync(Alternative(message)), await CalendarProgram.ReadAsync(System.Text.Encoding.UTF8.GetString(content.ToArray())));
        Assert.Equivalent(inside, beside, strict: true);
        Assert.Equal("REQUEST", message.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar")).ContentType.Parameters["method"]);
    }

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("America/Miquelon")]
    [InlineData("Pacific/Noumea")]
    public async Task A_feed_says_what_the_database_says_also_in_the_nights_when_clocks_change(string zone)
    {
        var reader = await portal.Given.MemberAsync(timeZone: zone);
        await PlanAllAsync();
        await portal.WithAsync(async (FeedLinks l) => { await l.RenewAsync(reader.Id); return 0; });
        var token = await portal.WithAsync((FeedLinks l) => l.TokenOfAsync(reader.Id));
        using var program = portal.Browser();
        var feed = await CalendarProgram.ReadAsync((await program.GetAsync($"/agendas/{token}/programme.ics")).Content);

        var rows = await portal.Database.WithAsync(db => db.Conferences.Where(c => c.EndsAt > PortalHost.Beginning.AddDays(-60)).OrderBy(c => c.StartsAt).ThenBy(c => c.Id).ToListAsync());
        Assert.Equal(
            rows.Select(c => (c.CalendarUid, c.CalendarSequence, c.Title, c.StartsAt, c.EndsAt, c.State == ConferenceState.Cancelled ? "CANCELLED" : "CONFIRMED")),
            feed.Entries.Select(e => (e.Uid, e.Sequence, e.Summary, e.Start, e.End, e.Status)));
        Assert.All(feed.Entries, e => Assert.True(e.Zone is null || e.ZoneIsCarried));
        Assert.All(feed.Entries, e => Assert.Empty(e.Attendees));
    }

    /// <summary>Sessions of a whole year, and in both nights of Paris: before, within and after the hour that comes twice or never.</summary>
    private async Task PlanAllAsync()
    {
        var group = await portal.Database.WithAsync(db => db.Groups.SingleAsync(g => g.Id == conference.GroupId));
        string[] starts =
        [
            "2027-03-27T23:30:00Z", "2027-03-28T00:30:00Z", "2027-03-28T01:00:00Z", "2027-10-30T23:30:00Z", "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z",
            "2027-10-31T02:00:00Z", "2028-02-29T09:00:00Z", "2026-10-01T08:00:00Z",
        ];
        foreach (var start in starts.Select(s => DateTimeOffset.Parse(s, CultureInfo.InvariantCulture)).Concat(Enumerable.Range(1, 12).Select(m => PortalHost.Beginning.AddMonths(m))))
            await portal.Given.ConferenceAsync(group, trainer, $"Session, {start:O} ; fin\\n", start.ToUniversalTime(), TimeSpan.FromMinutes(90));
        await portal.Given.ConferenceAsync(group, trainer, "Annulée", PortalHost.Beginning.AddDays(4), state: ConferenceState.Cancelled);
    }

    private async Task ChangeAsync(string title, DateTimeOffset start)
    {
        var sight = (await portal.SightAsync(conference, trainer))!;
        var plan = new ConferencePlan(title, "", start, start.AddHours(1), 30, [trainer.Id]);
        Assert.True((await portal.WithAsync((ConferenceDesk d) => d.ChangeAsync(sight, plan, sight.Conference.Revision, new HashSet<int> { trainer.Id }))).Saved);
    }

    /// <summary>Every calendar that reached the agent so far, in the order of arrival.</summary>
    private async Task<ReadCalendar> ReceivedAsync()
    {
        await DrainAsync();
        return await CalendarProgram.ReadAsync(portal.Mail.To(agent.Address).Select(l => Alternative(l.Read())));
    }

    private static string Alternative(MimeMessage message) => message.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar")).Text;

    private async Task DrainAsync()
    {
        while (await portal.DrainAsync(50) > 0)
        {
        }
    }

    private Task<int> HurryAsync() => portal.Database.WithAsync(db => db.Database.ExecuteSqlAsync($"UPDATE letters SET next_try_at = now()"));
}
