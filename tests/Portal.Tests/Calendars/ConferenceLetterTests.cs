using Microsoft.EntityFrameworkCore;
using MimeKit;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Tests.Registrations;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Calendars;

/// <summary>From the click to the message: the facts written by SQL, read back and told.</summary>
public sealed class ConferenceLetterTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Each_change_of_a_seat_is_told_in_order_with_the_matching_calendar_entry()
    {
        var trainer = await portal.Given.MemberAsync();
        var group = await portal.Given.GroupAsync("Réseau des acheteurs");
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        var conference = await portal.Given.ConferenceAsync(group, trainer, "Marchés publics : « la réforme »", PortalHost.Beginning.AddDays(2).AddHours(1));
        var agent = await portal.Given.MemberAsync(name: "Awa Diallo", timeZone: "Indian/Reunion");
        Assert.Null(await portal.RegisterAsync(conference, agent));
        Assert.Null(await portal.WithdrawAsync(conference, agent));
        Assert.Null(await portal.RegisterAsync(conference, agent));
        var sight = (await portal.SightAsync(conference, trainer))!;
        var plan = new ConferencePlan(conference.Title, "", conference.StartsAt.AddDays(1), conference.EndsAt.AddDays(1), 30, [trainer.Id]);
        Assert.True((await portal.WithAsync((ConferenceDesk d) => d.ChangeAsync(sight, plan, 0, new HashSet<int> { trainer.Id }))).Saved);
        Assert.Null(await portal.WithAsync((ConferenceDesk d) => d.CancelAsync(sight, "Panne")));
        var letters = await portal.Database.WithAsync(db => db.Letters.Where(l => l.To == agent.Address).OrderBy(l => l.Id).ToListAsync());
        Assert.Single(letters.Select(l => l.Stream).Distinct());
        Assert.Equal(letters.Count, letters.Select(l => l.MessageId).Distinct().Count());
        var told = new List<(string Subject, string? Method, string? Sequence)>();
        foreach (var letter in letters)
            told.Add(Told(await RenderAsync(letter)));
        Assert.Equal(
        [
            ("jeudi 26 novembre 13 h : Marchés publics : « la réforme » – votre inscription", "REQUEST", "SEQUENCE:0"),
            ("jeudi 26 novembre 13 h : Marchés publics : « la réforme » – votre désinscription", "CANCEL", "SEQUENCE:0"),
            ("jeudi 26 novembre 13 h : Marchés publics : « la réforme » – votre inscription", "REQUEST", "SEQUENCE:0"),
            ("Nouvel horaire, vendredi 27 novembre 13 h : Marchés publics : « la réforme »", "REQUEST", "SEQUENCE:1"),
            ("Annulée, vendredi 27 novembre 13 h : Marchés publics : « la réforme »", "CANCEL", "SEQUENCE:2"),
        ], told);
        var last = (await RenderAsync(letters[^1])).TextBody;
        Assert.Contains("Panne", last!);
        Assert.Contains("heure de La Réunion", last!.Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task Every_fact_that_sql_writes_is_read_back()
    {
        var trainer = await portal.Given.MemberAsync();
        var conference = await portal.Given.ConferenceAsync(await portal.Given.GroupAsync(), trainer, "Titre \"difficile\" {0} '; DROP");
        var agent = await portal.Given.MemberAsync(name: "O'Brien \\ \"Zoé\"");
        Assert.Null(await portal.RegisterAsync(conference, agent));
        var letter = await portal.Database.WithAsync(db => db.Letters.SingleAsync(l => l.To == agent.Address));
        var facts = Assert.IsType<RegisteredFacts>(LetterFacts.Of(letter));
        Assert.Equal(agent.Name, facts.ReaderName);
        Assert.Equal(
            (conference.Id, conference.Title, conference.Programme, conference.StartsAt, conference.EndsAt, "Europe/Paris", conference.CalendarUid, 0),
            (facts.Conference.ConferenceId, facts.Conference.Title, facts.Conference.Programme, facts.Conference.StartsAt, facts.Conference.EndsAt,
             facts.Conference.Zone, facts.Conference.CalendarUid, facts.Conference.CalendarSequence));
        Assert.Equal(conference.EndsAt, letter.PointlessAfter);
    }

    private static (string Subject, string? Method, string? Sequence) Told(MimeMessage message)
    {
        var part = message.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar"));
        Assert.Contains(message.BodyParts.OfType<MimePart>(), p => p.IsAttachment && p.FileName!.EndsWith(".ics", StringComparison.Ordinal));
        return (Spaced(message.Subject!), part.ContentType.Parameters["method"],
            part.Text.Split('\n', StringSplitOptions.TrimEntries).Single(l => l.StartsWith("SEQUENCE", StringComparison.Ordinal)));
    }

    private static string Spaced(string words) => words.Replace('\u00a0', ' ');

    private Task<MimeMessage> RenderAsync(Letter letter) => portal.WithAsync((LetterRenderer r) => Task.FromResult(r.Render(letter)));
}
