using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Portal.Features.Registrations.Organising;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

/// <summary>Where trainers decide who has a seat; and the deadline.</summary>
public sealed class ApprovalTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_request_takes_no_seat_until_a_trainer_gives_one_from_the_list()
    {
        var (conference, trainer, people) = await OnApprovalAsync(people: 1, capacity: 1);
        using var agent = await portal.Browser().SignInAsync(people[0]);
        var asked = await (await agent.GetAsync($"/conferences/{conference.Id}")).Form("form[action$='Register']").SubmitAsync();
        Assert.Contains("transmise aux formateurs", asked.Text);
        Assert.Equal(0, await SeatsTakenAsync(conference));
        Assert.Equal([LetterKind.SeatAsked], await portal.LettersAsync(conference, trainer));

        using var browser = await portal.Browser().SignInAsync(trainer);
        var list = await browser.GetAsync($"/conferences/{conference.Id}/inscrits");
        Assert.Contains(people[0].Name, list.Texts("#demandes ~ ul h3").Single());
        Assert.Contains("La place est donnée", (await list.Form("form[action$='Approve']").SubmitAsync()).Text);

        Assert.Equal(1, await SeatsTakenAsync(conference));
        Assert.Equal([LetterKind.SeatRequested, LetterKind.Registered], await portal.LettersAsync(conference, people[0]));
        await AuditAsync();
    }

    [Fact]
    public async Task A_declined_request_is_told_with_its_reason_and_cannot_be_made_again()
    {
        var (conference, trainer, people) = await OnApprovalAsync(people: 1, capacity: 1);
        await portal.AskAsync(conference, people[0]);
        using var browser = await portal.Browser().SignInAsync(trainer);
        var list = await browser.GetAsync($"/conferences/{conference.Id}/inscrits");
        Assert.Contains("Le motif manque", (await list.Form("form[action$='Decline']").SubmitAsync(("reason", "  "))).Text);
        var tooLong = new string('x', 501);
        var refused = await list.Form("form[action$='Decline']").SubmitAsync(("reason", tooLong));
        Assert.Contains("dépasse 500 caractères", refused.Text, StringComparison.Ordinal);
        Assert.Equal(tooLong, refused.Document.QuerySelector("textarea[name=reason]")!.TextContent);
        await list.Form("form[action$='Decline']").SubmitAsync(("reason", "Réservée aux acheteurs"));

        var letter = await portal.Database.WithAsync(db => db.Letters.SingleAsync(l => l.Kind == LetterKind.SeatDeclined && l.To == people[0].Address));
        Assert.Equal("Réservée aux acheteurs", Assert.IsType<SeatDeclinedFacts>(LetterFacts.Of(letter)).Reason);
        Assert.Equal(RegistrationRefusal.Declined, (await portal.AskAsync(conference, people[0])).Refusal);
        Assert.Equal(0, await SeatsTakenAsync(conference));
        await AuditAsync();
    }

    [Fact]
    public async Task Two_trainers_who_give_the_last_seat_to_many_at_once_give_it_to_one()
    {
        var (conference, trainer, people) = await OnApprovalAsync(people: 6, capacity: 1);
        foreach (var person in people)
            Assert.Equal(SeatStanding.Asked, (await portal.AskAsync(conference, person)).Standing);
        var sight = (await portal.SightAsync(conference, trainer))!;
        var asked = await portal.Database.WithAsync(db => db.Candidacies.Where(k => k.ConferenceId == conference.Id).Select(k => k.Id).ToListAsync());

        var answers = await Task.WhenAll(asked.Concat(asked).Select(id => portal.WithAsync((ApprovalDesk d) => d.ApproveAsync(sight, id))));

        Assert.Equal(1, answers.Count(a => a is null));
        Assert.Equal(1, await SeatsTakenAsync(conference));
        // Control: the others still wait for a word, and have it once there is room.
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Capacity, 2)));
        var left = await portal.Database.WithAsync(db => db.Candidacies.FirstAsync(k => k.ConferenceId == conference.Id && k.State == CandidacyState.Requested));
        Assert.Null(await portal.WithAsync((ApprovalDesk d) => d.ApproveAsync(sight, left.Id)));
        await AuditAsync();
    }

    [Fact]
    public async Task Nobody_but_who_runs_the_conference_answers_a_request_nor_one_of_another_conference()
    {
        var (conference, trainer, people) = await OnApprovalAsync(people: 2, capacity: 5);
        await portal.AskAsync(conference, people[0]);
        var asked = await portal.CandidacyAsync(conference, people[0]);
        var stranger = (await portal.SightAsync(conference, people[1]))!;
        Assert.Equal(ApprovalRefusal.NotTrainer, await portal.WithAsync((ApprovalDesk d) => d.ApproveAsync(stranger, asked.Id)));
        var (other, otherTrainer, _) = await OnApprovalAsync(people: 0, capacity: 5);
        var elsewhere = (await portal.SightAsync(other, otherTrainer))!;
        Assert.Equal(ApprovalRefusal.NoSuchRequest, await portal.WithAsync((ApprovalDesk d) => d.ApproveAsync(elsewhere, asked.Id)));
        // Control.
        var sight = (await portal.SightAsync(conference, trainer))!;
        Assert.Null(await portal.WithAsync((ApprovalDesk d) => d.ApproveAsync(sight, asked.Id)));
    }

    [Fact]
    public async Task The_room_s_open_doors_are_no_way_around_the_trainers()
    {
        var (conference, _, people) = await OnApprovalAsync(people: 1, capacity: 5);
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ConferenceState.DoorsOpen)));
        Assert.Equal(RegistrationRefusal.ApprovalNeeded, await portal.RegisterAsync(conference, people[0]));
        Assert.Equal(0, await SeatsTakenAsync(conference));
    }

    [Fact]
    public async Task After_the_deadline_nobody_new_registers_but_who_waited_in_time_is_still_offered_a_seat()
    {
        var (conference, _, people) = await portal.ConferenceForAsync(people: 3, capacity: 1);
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.RegistrationClosesAt, PortalHost.Beginning.AddMinutes(1))));
        Assert.Equal(SeatStanding.Seated, (await portal.AskAsync(conference, people[0])).Standing);
        Assert.Equal(SeatStanding.Waiting, (await portal.AskAsync(conference, people[1])).Standing);
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.RegistrationClosesAt, PortalHost.Beginning)));

        Assert.Equal(RegistrationRefusal.DeadlinePassed, (await portal.AskAsync(conference, people[2])).Refusal);
        using var late = await portal.Browser().SignInAsync(people[2]);
        var page = await late.GetAsync($"/conferences/{conference.Id}");
        Assert.Contains("On pouvait s’inscrire jusqu’au mardi 24 novembre à 9 h", page.Text.Replace('\u00a0', ' '));
        Assert.False(page.Has("form[action$='Register']"));
        Assert.Null(await portal.WithdrawAsync(conference, people[0]));
        Assert.Equal(SeatStanding.Seated, (await portal.AskAsync(conference, people[1])).Standing);
        Assert.True((await portal.SightAsync(conference, people[1]))!.Registered);
        await AuditAsync();
    }

    [Fact]
    public async Task The_form_keeps_approval_deadline_and_waiting_list_and_refuses_a_deadline_after_the_start()
    {
        var (conference, trainer, _) = await portal.ConferenceForAsync(people: 0, capacity: 5);
        using var browser = await portal.Browser().SignInAsync(trainer);
        var form = (await browser.GetAsync($"/conferences/{conference.Id}/modifier")).Form("main form");
        var refused = await form.SubmitAsync(("Input.ClosesDate", "2027-01-01"), ("Input.ClosesTime", "10:00"), ("Input.Approval", "true"));
        Assert.Contains("vient après le début", refused.Texts(".error-summary").Single());
        Assert.Equal("2027-01-01", refused.Document.QuerySelector("[name='Input.ClosesDate']")!.GetAttribute("value"));
        Assert.True(refused.Has("[name='Input.Approval'][checked]"));
        await refused.Form("main form").SubmitAsync(("Input.ClosesDate", "24/11/2026"), ("Input.ClosesTime", "18 h"));
        var stored = await portal.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Id == conference.Id));
        Assert.Equal(
            (true, true, new DateTimeOffset(2026, 11, 24, 17, 0, 0, TimeSpan.Zero)), (stored.Waitlist, stored.Approval, stored.RegistrationClosesAt!.Value));
    }

    private async Task<(Conference Conference, Member Trainer, List<Member> People)> OnApprovalAsync(int people, int capacity)
    {
        var made = await portal.ConferenceForAsync(people, capacity);
        await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == made.Conference.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Approval, true)));
        return made;
    }

    private Task<int> SeatsTakenAsync(Conference conference) =>
        portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).Select(c => c.SeatsTaken).SingleAsync());

    private Task AuditAsync() => new Auditor(portal.Database) { Now = PortalHost.Beginning }.AssertAsync();
}
