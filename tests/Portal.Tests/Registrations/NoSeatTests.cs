using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Registrations;

/// <summary>Whoever waited to the end hears that no seat came free; a new title reaches the calendars.</summary>
public sealed class NoSeatTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Who_waited_and_who_asked_in_vain_are_told_once_when_it_is_over_and_nobody_else()
    {
        var (conference, _, people) = await portal.ConferenceForAsync(4, capacity: 1, startsAt: portal.Clock.GetUtcNow().AddDays(2));
        Assert.Null(await portal.RegisterAsync(conference, people[0]));
        foreach (var waiting in people.Skip(1))
            await portal.AskAsync(conference, waiting);
        Assert.True(await portal.LeaveAsync(conference, people[3]));
        portal.Clock.SetUtcNow(conference.EndsAt.AddMinutes(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.WithAsync((ConferenceLifecycle l) => l.EndAsync(conference.Id)))));

        Assert.Equal([LetterKind.Registered], await portal.LettersAsync(conference, people[0]));
        Assert.Equal([LetterKind.Waitlisted, LetterKind.NoSeat], await portal.LettersAsync(conference, people[1]));
        Assert.Equal([LetterKind.Waitlisted, LetterKind.NoSeat], await portal.LettersAsync(conference, people[2]));
        Assert.Equal([LetterKind.Waitlisted], await portal.LettersAsync(conference, people[3]));
        while (await portal.DrainAsync(50) > 0)
        {
        }

        Assert.Contains("sans qu’une place se libère", portal.Mail.To(people[1].Address)[^1].Read().TextBody);
    }

    [Fact]
    public async Task A_cancelled_conference_tells_who_waits_by_the_one_letter_of_its_cancellation()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(2, capacity: 1, startsAt: portal.Clock.GetUtcNow().AddDays(2));
        Assert.Null(await portal.RegisterAsync(conference, people[0]));
        await portal.AskAsync(conference, people[1]);
        Assert.Null(await portal.WithAsync(async (ConferenceDesk d) => await d.CancelAsync((await portal.SightAsync(conference, trainer))!, "Panne")));
        Assert.Equal([LetterKind.Waitlisted, LetterKind.ConferenceCancelled], await portal.LettersAsync(conference, people[1]));
    }

    [Fact]
    public async Task A_request_left_unanswered_is_told_as_such()
    {
        var (conference, _, people) = await portal.ConferenceForAsync(1, capacity: 5, startsAt: portal.Clock.GetUtcNow().AddDays(2));
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Approval, true)));
        await portal.AskAsync(conference, people[0]);
        portal.Clock.SetUtcNow(conference.EndsAt.AddMinutes(1));
        await portal.WithAsync((ConferenceLifecycle l) => l.EndAsync(conference.Id));
        var letter = await portal.Database.WithAsync(db => db.Letters.SingleAsync(l => l.To == people[0].Address && l.Kind == LetterKind.NoSeat));
        Assert.Contains("n’ont pas répondu", await portal.WithAsync((LetterRenderer r) => Task.FromResult(r.Render(letter).TextBody!)));
    }

    [Fact]
    public async Task A_new_title_is_an_update_for_every_calendar_and_says_nothing_of_a_move()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(2, capacity: 1, startsAt: portal.Clock.GetUtcNow().AddDays(2));
        Assert.Null(await portal.RegisterAsync(conference, people[0]));
        await portal.AskAsync(conference, people[1]);
        await RenameAsync(conference, trainer, "Tout autre titre");
        Assert.Equal([LetterKind.Registered, LetterKind.ConferenceRenamed], await portal.LettersAsync(conference, people[0]));
        Assert.Equal([LetterKind.Waitlisted], await portal.LettersAsync(conference, people[1]));
        var letter = await portal.Database.WithAsync(db => db.Letters.SingleAsync(l => l.To == people[0].Address && l.Kind == LetterKind.ConferenceRenamed));
        var message = await portal.WithAsync((LetterRenderer r) => Task.FromResult(r.Render(letter)));
        Assert.StartsWith("Nouveau titre", message.Subject);
        Assert.Contains(conference.Title, message.TextBody);
        var calendar = message.BodyParts.OfType<MimeKit.TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar"));
        Assert.Equal("REQUEST", calendar.ContentType.Parameters["method"]);
        Assert.Contains("SEQUENCE:1", calendar.Text);
        Assert.Contains("SUMMARY:Tout autre titre", calendar.Text);
    }

    private async Task RenameAsync(Conference conference, Member trainer, string title)
    {
        var sight = (await portal.SightAsync(conference, trainer))!;
        var plan = new ConferencePlan(title, "", conference.StartsAt, conference.EndsAt, 1, [trainer.Id]);
        Assert.True((await portal.WithAsync((ConferenceDesk d) => d.ChangeAsync(sight, plan, 0, new HashSet<int> { trainer.Id }))).Saved);
    }
}
