using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Training.MailSink;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Letters.Bounces;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations.Organising;
using Training.Portal.Tests.Membership;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Letters;

/// <summary>What comes back is kept, shown to whom it concerns, and stops the letters one may do without.</summary>
public sealed class BounceTests : IAsyncLifetime
{
    private const string Postfix = """
        From: MAILER-DAEMON@mail.ville.fr
        To: retour
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="B"

        --B
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.
        --B
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.ville.fr
        Arrival-Date: Tue, 24 Nov 2026 09:00:00 +0100

        Final-Recipient: rfc822; agent@ville.fr
        Original-Recipient: rfc822;agent@ville.fr
        Action: ACTION
        Status: STATUS
        Diagnostic-Code: smtp; 550 STATUS <agent@ville.fr>: Recipient address rejected:
            User unknown in virtual mailbox table
        --B
        Content-Type: text/rfc822-headers

        Subject: rappel
        --B--
        """;

    private PortalHost portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalHost.StartAsync(host => host.Settings["Training:Mail:ReplyPort"] = "10025");

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Every_letter_comes_back_to_an_address_of_its_own_that_nobody_can_make_up()
    {
        var (letter, _) = await LetterAsync();
        var back = Assert.Single(portal.Mail.Letters).From;
        Assert.Matches(@"\Areponse\+[0-9a-f]{40}@portail\.test\z", back);
        Assert.Equal("e-rt@portail.test", MimeMessage.Load(new MemoryStream(portal.Mail.Letters[0].Content)).From.Mailboxes.Single().Address);
        var tokens = (BounceTokens)portal.Services.GetService(typeof(BounceTokens))!;
        Assert.Equal(letter, tokens.Read(back));
        Assert.Equal(letter, tokens.Read(back.ToUpperInvariant()));
        Assert.Null(tokens.Read(back.Replace("reponse+0", "reponse+1", StringComparison.Ordinal)));
        Assert.Null(tokens.Read("reponse@portail.test"));
        Assert.Null(tokens.Read(back.Replace("portail.test", "portail.tests", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_report_is_kept_once_and_says_what_the_other_server_said()
    {
        var (letter, agent) = await LetterAsync();
        Assert.Equal(BounceOutcome.Kept, await ReceiveAsync(letter, Report("failed", "5.1.1")));
        Assert.Equal(BounceOutcome.Known, await ReceiveAsync(letter, Report("failed", "5.2.2")));
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((letter, agent.Address, BounceKind.Hard, "5.1.1", LetterKind.Registered), (row.LetterId, row.Address, row.Kind, row.Status, row.LetterKind));
        Assert.Equal("smtp; 550 5.1.1 <agent@ville.fr>: Recipient address rejected: User unknown in virtual mailbox table", row.Diagnostic);
    }

    [Theory]
    [InlineData("delayed", "4.4.1")]
    [InlineData("relayed", "2.0.0")]
    public async Task A_report_that_nothing_failed_is_none(string action, string status)
    {
        var (letter, _) = await LetterAsync();
        Assert.Equal(BounceOutcome.NoFailure, await ReceiveAsync(letter, Report(action, status)));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task An_absence_a_forged_half_report_and_an_unknown_letter_count_for_nothing()
    {
        var (letter, _) = await LetterAsync();
        var absence = new MimeMessage { Subject = "Absence", Body = new TextPart("plain") { Text = "Action: failed\nStatus: 5.1.1" } };
        Assert.Equal(BounceOutcome.NoFailure, await ReceiveAsync(letter, absence));
        Assert.Equal(BounceOutcome.NoFailure, await ReceiveAsync(letter, Read(Postfix[..Postfix.IndexOf("Final-Recipient", StringComparison.Ordinal)])));
        Assert.Equal(BounceOutcome.Known, await ReceiveAsync(long.MaxValue, Report("failed", "5.1.1")));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_recipient_the_relay_refuses_at_once_is_a_letter_that_came_back()
    {
        portal.Mail.Script.Next(SinkFault.Refuse);
        var (letter, _) = await LetterAsync();
        var row = Assert.Single(await RowsAsync());
        Assert.Equal((letter, BounceKind.Hard, "5.1.1"), (row.LetterId, row.Kind, row.Status));
    }

    [Fact]
    public async Task A_dead_mailbox_gets_no_optional_letter_and_still_gets_codes_and_news_of_its_seat_until_a_code_is_received_there()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(2, 5, PortalHost.Beginning.AddDays(2));
        var (dead, well) = (people[0], people[1]);
        foreach (var person in people)
            Assert.Null(await portal.RegisterAsync(conference, person));
        await DrainAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await ReceiveAsync(await LetterOfAsync(dead), Report("failed", "5.1.1"));
        await ReceiveAsync(await LetterOfAsync(well), Report("failed", "5.2.2"));

        await MessageAsync(conference, trainer, "Avant");
        var sight = (await portal.SightAsync(conference, trainer))!;
        await portal.WithAsync((ConferenceDesk d) => d.CancelAsync(sight, "Panne"));
        using var browser = portal.Browser();
        await browser.AskAsync(dead.Address);
        await DrainAsync();
        Assert.Equal([LetterKind.SignInCode, LetterKind.Registered, LetterKind.ConferenceCancelled], (await SentAsync(dead)).Order());
        Assert.Contains(LetterKind.RegistrantsMessage, await SentAsync(well));

        await (await browser.GetAsync("/connexion/code")).EnterAsync(await portal.CodeAsync(dead.Address));
        await MessageAsync(conference, trainer, "Après");
        await DrainAsync();
        Assert.Contains(LetterKind.RegistrantsMessage, await SentAsync(dead));
    }

    [Fact]
    public async Task The_member_the_organiser_and_the_administrator_are_shown_it_and_nobody_else()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(2, 5, PortalHost.Beginning.AddDays(2));
        foreach (var person in people)
            Assert.Null(await portal.RegisterAsync(conference, person));
        await DrainAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await ReceiveAsync(await LetterOfAsync(people[0]), Report("failed", "5.1.1"));

        foreach (var path in new[] { "/profil", "/courriels", "/" })
        {
            Assert.Contains("nos courriels vous reviennent", (await SeeAsync(people[0], path)).Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("nos courriels vous reviennent", (await SeeAsync(people[1], path)).Text, StringComparison.OrdinalIgnoreCase);
        }

        var list = await SeeAsync(trainer, $"/conferences/{conference.Id}/inscrits");
        Assert.Contains("Courriels non remis", list.Texts("tr").Single(r => r.Contains(people[0].Name, StringComparison.Ordinal)));
        Assert.DoesNotContain("Courriels non remis", list.Texts("tr").Single(r => r.Contains(people[1].Name, StringComparison.Ordinal)));
        Assert.DoesNotContain(people[0].Address, list.Content);

        var administrator = await portal.Given.MemberAsync(administrator: true);
        var all = await SeeAsync(administrator, "/administration/courriels");
        Assert.Contains(people[0].Address, all.Text);
        Assert.Contains("User unknown", all.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await SeeAsync(people[0], "/administration/courriels")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SeeAsync(trainer, "/administration/courriels")).Status);
    }

    private static MimeMessage Report(string action, string status) =>
        Read(Postfix.Replace("ACTION", action, StringComparison.Ordinal).Replace("STATUS", status, StringComparison.Ordinal));

    private static MimeMessage Read(string text) => MimeMessage.Load(new MemoryStream(Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\r\n"))));

    private async Task<Page> SeeAsync(Member member, string path)
    {
        using var browser = await portal.Browser().SignInAsync(member);
        return await browser.GetAsync(path);
    }

    /// <summary>One letter about a seat, sent.</summary>
    private async Task<(long Letter, Member Agent)> LetterAsync()
    {
        var (conference, _, people) = await portal.ConferenceForAsync(1, 5);
        Assert.Null(await portal.RegisterAsync(conference, people[0]));
        await DrainAsync();
        return (await LetterOfAsync(people[0]), people[0]);
    }

    private Task<long> LetterOfAsync(Member member) =>
        portal.Database.WithAsync(db => db.Letters.Where(l => l.To == member.Address && l.Kind == LetterKind.Registered).Select(l => l.Id).SingleAsync());

    private Task<List<LetterKind>> SentAsync(Member member) =>
        portal.Database.WithAsync(db => db.Letters.Where(l => l.To == member.Address && l.SentAt != null).Select(l => l.Kind).ToListAsync());

    private async Task MessageAsync(Conference conference, Member trainer, string text)
    {
        var sight = (await portal.SightAsync(conference, trainer))!;
        await portal.WithAsync((MessageDesk d) => d.WriteAsync(sight, text, text, waiting: false, Guid.NewGuid()));
    }

    private Task<BounceOutcome> ReceiveAsync(long letter, MimeMessage mail) => portal.WithAsync((BounceIntake i) => i.ReceiveAsync(letter, mail));

    private Task<List<LetterBounce>> RowsAsync() => portal.Database.WithAsync(db => db.LetterBounces.ToListAsync());

    private async Task DrainAsync()
    {
        while (await portal.DrainAsync(50) > 0)
        {
        }
    }
}
