using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Candidacies;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

/// <summary>The waiting list, one step after the other.</summary>
public sealed class WaitlistTests : IAsyncLifetime
{
    private PortalHost portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await new Auditor(portal.Database) { Now = portal.Clock.GetUtcNow() }.AssertAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task When_it_is_full_one_click_gives_a_rank_and_a_freed_seat_is_offered_to_the_first_who_takes_it_with_another_click()
    {
        var (conference, _, people) = await portal.ConferenceForAsync(people: 3, capacity: 1);
        Assert.Equal(SeatStanding.Seated, (await portal.AskAsync(conference, people[0])).Standing);
        using var first = await portal.Browser().SignInAsync(people[1]);
        var waiting = await (await first.GetAsync($"/conferences/{conference.Id}")).Form("form[action$='Register']").SubmitAsync();
        Assert.Contains("vous êtes 1ᵉʳ sur la liste d’attente", waiting.Text);
        Assert.Equal(2, (await portal.AskAsync(conference, people[2])).Rank);

        Assert.Null(await portal.WithdrawAsync(conference, people[0]));

        var offered = await first.GetAsync($"/conferences/{conference.Id}");
        Assert.Contains("Elle vous est gardée jusqu’au", offered.Text);
        Assert.Equal(CandidacyState.Waiting, (await portal.CandidacyAsync(conference, people[2])).State);
        Assert.Equal(1, await SeatsTakenAsync(conference));
        Assert.Contains("vous êtes inscrit", (await offered.Form("form[action$='Register']").SubmitAsync()).Text);
        Assert.Equal([LetterKind.Waitlisted, LetterKind.SeatOffered, LetterKind.Registered], await portal.LettersAsync(conference, people[1]));
        Assert.Equal(1, await SeatsTakenAsync(conference));
    }

    [Fact]
    public async Task The_letter_leads_to_a_page_where_one_button_takes_the_seat_and_another_passes_it_on()
    {
        var (conference, _, people) = await FullAsync(waiting: 2);
        Assert.Null(await portal.WithdrawAsync(conference, people[0]));
        var letter = await LetterAsync(conference, people[1], LetterKind.SeatOffered);
        var message = await portal.WithAsync((LetterRenderer r) => Task.FromResult(r.Render(letter)));
        Assert.Contains($"/conferences/{conference.Id}/inscription", message.TextBody!);
        using var browser = await portal.Browser().SignInAsync(people[1]);
        var page = await browser.GetAsync($"/conferences/{conference.Id}/inscription");
        Assert.Contains("c’est votre tour", page.Text);

        await page.Form("form[action$='Leave']").SubmitAsync();

        Assert.Equal(CandidacyState.Offered, (await portal.CandidacyAsync(conference, people[2])).State);
        using var next = await portal.Browser().SignInAsync(people[2]);
        await (await next.GetAsync($"/conferences/{conference.Id}/inscription")).Form("main form.form").SubmitAsync();
        Assert.True((await portal.SightAsync(conference, people[2]))!.Registered);
    }

    [Fact]
    public async Task An_offer_that_nobody_answers_lapses_and_goes_to_the_next_who_is_offered_once()
    {
        var (conference, _, people) = await FullAsync(waiting: 2);
        Assert.Null(await portal.WithdrawAsync(conference, people[0]));
        var until = (await portal.CandidacyAsync(conference, people[1])).HeldUntil!.Value;

        portal.Clock.SetUtcNow(until.AddMinutes(-1));
        await portal.MeetMilestonesAsync();
        Assert.Equal(CandidacyState.Offered, (await portal.CandidacyAsync(conference, people[1])).State);
        portal.Clock.SetUtcNow(until);
        await portal.MeetMilestonesAsync();
        await portal.MeetMilestonesAsync();

        Assert.Equal(CandidacyState.Lapsed, (await portal.CandidacyAsync(conference, people[1])).State);
        var next = await portal.CandidacyAsync(conference, people[2]);
        Assert.Equal(CandidacyState.Offered, next.State);
        Assert.True(next.HeldUntil > until);
        Assert.Equal([LetterKind.Waitlisted, LetterKind.SeatOffered, LetterKind.OfferLapsed], await portal.LettersAsync(conference, people[1]));
        Assert.Equal([LetterKind.Waitlisted, LetterKind.SeatOffered], await portal.LettersAsync(conference, people[2]));

        portal.Clock.SetUtcNow(next.HeldUntil!.Value);
        await portal.MeetMilestonesAsync();
        Assert.Equal(0, await SeatsTakenAsync(conference));
        Assert.All(await MilestonesAsync(conference), m => Assert.NotNull(m.DoneAt));
    }

    [Fact]
    public async Task An_offer_past_its_time_is_lapsed_for_whoever_reads_it_even_when_the_scheduler_is_stopped()
    {
        var (conference, _, people) = await FullAsync(waiting: 2);
        Assert.Null(await portal.WithdrawAsync(conference, people[0]));
        using var late = await portal.Browser().SignInAsync(people[1]);
        var seen = await late.GetAsync($"/conferences/{conference.Id}");
        portal.Clock.SetUtcNow((await portal.CandidacyAsync(conference, people[1])).HeldUntil!.Value.AddSeconds(1));

        Assert.DoesNotContain("gardée", (await late.GetAsync($"/conferences/{conference.Id}")).Text);
        var answer = await seen.Form("form[action$='Register']").SubmitAsync();

        // Too late: back to the end of the list, and the next has the offer.
        Assert.Contains("vous êtes 1ᵉʳ sur la liste d’attente", answer.Text);
        Assert.Equal(CandidacyState.Offered, (await portal.CandidacyAsync(conference, people[2])).State);
        Assert.False((await portal.SightAsync(conference, people[1]))!.Registered);
    }

    [Fact]
    public async Task A_raised_capacity_offers_the_new_seats_in_order()
    {
        var (conference, trainer, people) = await FullAsync(waiting: 4);
        var sight = (await portal.SightAsync(conference, trainer))!;
        var plan = new ConferencePlan(conference.Title, "", conference.StartsAt, conference.EndsAt, 3, [trainer.Id]);

        Assert.True((await portal.WithAsync((ConferenceDesk d) => d.ChangeAsync(sight, plan, 0, new HashSet<int> { trainer.Id }))).Saved);

        Assert.Equal(
            [CandidacyState.Offered, CandidacyState.Offered, CandidacyState.Waiting, CandidacyState.Waiting],
            await Task.WhenAll(people.Skip(1).Select(async p => (await portal.CandidacyAsync(conference, p)).State)));
        Assert.Equal(3, await SeatsTakenAsync(conference));
    }

    [Fact]
    public async Task Giving_a_seat_back_and_asking_again_puts_one_behind_those_who_wait()
    {
        var (conference, _, people) = await FullAsync(waiting: 1);
        Assert.Null(await portal.WithdrawAsync(conference, people[0]));
        Assert.Equal(1, (await portal.AskAsync(conference, people[0])).Rank);
        Assert.Equal(RegistrationRefusal.Full, await portal.RegisterAsync(conference, people[0]));
        Assert.Equal(CandidacyState.Offered, (await portal.CandidacyAsync(conference, people[1])).State);

        // Control: who leaves the list and comes again is last too.
        var newcomer = await portal.Given.MemberAsync();
        Assert.Equal(2, (await portal.AskAsync(conference, newcomer)).Rank);
        Assert.True(await portal.LeaveAsync(conference, people[0]));
        Assert.Equal(2, (await portal.AskAsync(conference, people[0])).Rank);
    }

    [Fact]
    public async Task Near_the_start_offers_stop_and_a_freed_seat_goes_to_whoever_comes_first()
    {
        var (conference, _, people) = await FullAsync(waiting: 2);
        portal.Clock.SetUtcNow(conference.StartsAt.AddMinutes(-80));
        Assert.Null(await portal.WithdrawAsync(conference, people[0]));
        Assert.Equal(CandidacyState.Waiting, (await portal.CandidacyAsync(conference, people[1])).State);
        using var second = await portal.Browser().SignInAsync(people[2]);
        await (await second.GetAsync($"/conferences/{conference.Id}")).Form("form[action$='Register']").SubmitAsync();
        Assert.True((await portal.SightAsync(conference, people[2]))!.Registered);
        Assert.Equal(CandidacyState.Seated, (await portal.CandidacyAsync(conference, people[2])).State);
        Assert.Equal(RegistrationRefusal.Full, (await portal.AskAsync(conference, await portal.Given.MemberAsync())).Refusal);
    }

    [Fact]
    public async Task Without_a_waiting_list_a_full_conference_says_so()
    {
        var (conference, _, people) = await FullAsync(waiting: 0);
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Waitlist, false)));
        using var browser = await portal.Browser().SignInAsync(await portal.Given.MemberAsync());
        var page = await browser.GetAsync($"/conferences/{conference.Id}");
        Assert.Contains("Complet", page.Text);
        Assert.False(page.Has("form[action$='Register']"));
        Assert.Equal(RegistrationRefusal.Full, (await portal.AskAsync(conference, await portal.Given.MemberAsync())).Refusal);
    }

    [Fact]
    public async Task A_cancelled_conference_tells_those_who_wait_without_a_calendar_entry_and_nobody_waits_any_more()
    {
        var (conference, trainer, people) = await FullAsync(waiting: 2);
        Assert.Null(await portal.WithdrawAsync(conference, people[0]));
        var sight = (await portal.SightAsync(conference, trainer))!;
        Assert.Null(await portal.WithAsync((ConferenceDesk d) => d.CancelAsync(sight, "Panne")));
        foreach (var person in people.Skip(1))
        {
            Assert.Equal(CandidacyState.Closed, (await portal.CandidacyAsync(conference, person)).State);
            var letter = await LetterAsync(conference, person, LetterKind.ConferenceCancelled);
            var message = await portal.WithAsync((LetterRenderer r) => Task.FromResult(r.Render(letter)));
            Assert.DoesNotContain(message.BodyParts, p => p.ContentType.IsMimeType("text", "calendar"));
            Assert.Contains("liste d’attente", message.TextBody!);
        }

        Assert.Equal(0, await SeatsTakenAsync(conference));
        Assert.All(await MilestonesAsync(conference), m => Assert.NotNull(m.DoneAt));
    }

    [Fact]
    public async Task Only_those_who_run_the_conference_see_who_waits()
    {
        var (conference, trainer, people) = await FullAsync(waiting: 2);
        foreach (var path in new[] { $"/conferences/{conference.Id}", $"/conferences/{conference.Id}/inscription", "/conferences" })
        {
            using var other = await portal.Browser().SignInAsync(people[1]);
            var page = await other.GetAsync(path);
            Assert.DoesNotContain(people[2].Name, page.Content);
            Assert.DoesNotContain(people[0].Name, page.Content);
        }

        using var curious = await portal.Browser().SignInAsync(people[1]);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await curious.GetAsync($"/conferences/{conference.Id}/inscrits")).Status);
        using var entitled = await portal.Browser().SignInAsync(trainer);
        Assert.Contains(people[2].Name, (await entitled.GetAsync($"/conferences/{conference.Id}/inscrits")).Text);
    }

    /// <summary>One seat, taken by the first; the others wait.</summary>
    private async Task<(Conference Conference, Member Trainer, List<Member> People)> FullAsync(int waiting)
    {
        var made = await portal.ConferenceForAsync(people: 1 + waiting, capacity: 1, startsAt: PortalHost.Beginning.AddDays(10));
        for (var i = 0; i < made.People.Count; i++)
            Assert.Equal(i, (await portal.AskAsync(made.Conference, made.People[i])).Rank);
        return made;
    }

    private Task<int> SeatsTakenAsync(Conference conference) =>
        portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).Select(c => c.SeatsTaken).SingleAsync());

    private Task<List<Features.Milestones.Milestone>> MilestonesAsync(Conference conference) =>
        portal.Database.WithAsync(db => db.Milestones.Where(m => m.ConferenceId == conference.Id).ToListAsync());

    private Task<Letter> LetterAsync(Conference conference, Member member, LetterKind kind) => portal.Database.WithAsync(db =>
        db.Letters.SingleAsync(l => l.Stream == $"registration:{conference.Id}:{member.Id}" && l.Kind == kind));
}
