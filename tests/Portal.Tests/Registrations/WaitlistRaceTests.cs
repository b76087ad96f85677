using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Candidacies;
using Training.TestKit.Audit;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

/// <summary>The waiting list when everyone acts at once, on PostgreSQL. Checks 22, 36 and 38.</summary>
public sealed class WaitlistRaceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    /// <summary>Issue 4: 2,000 agents for 500 seats; how fast is the bench's to say.</summary>
    [Fact]
    public async Task In_a_rush_of_2000_the_500_seats_are_sold_and_the_rest_wait_in_order_of_arrival_and_everyone_is_answered()
    {
        var (conference, _, _) = await portal.ConferenceForAsync(people: 0, capacity: 500);
        var people = await Rush.CrowdAsync(portal, 2000);
        var clicks = await Rush.ClickAsync(portal, conference, people);
        var last = await portal.AskAsync(conference, await portal.Given.MemberAsync());

        Assert.All(clicks, c => Assert.Null(c.Answer.Refusal));
        Assert.Equal(500, clicks.Count(c => c.Answer.Standing == SeatStanding.Seated));
        // Each was told a rank of their own, and a click that came after all the others is behind all of them.
        var waiting = clicks.Where(c => c.Answer.Standing == SeatStanding.Waiting).OrderBy(c => c.Answer.Rank).ToList();
        Assert.Equal(Enumerable.Range(1, 1500), waiting.Select(c => c.Answer.Rank));
        Assert.Equal(1501, last.Rank);
        Rush.MustKeepOrder(clicks);
        // What was told is what was kept, and each has one letter that says it.
        Assert.Equal(
            waiting.Select(c => (c.Member.Id, c.Answer.Rank)),
            await portal.Database.WithAsync(db => db.Candidacies.Where(k => k.ConferenceId == conference.Id).OrderBy(k => k.Ticket).Take(1500)
                .Select(k => new ValueTuple<int, int>(k.MemberId!.Value, k.Ticket)).ToListAsync()));
        Assert.Equal(
            clicks.Select(c => (c.Member.Address, c.Place == 0 ? LetterKind.Registered : LetterKind.Waitlisted)).Order(),
            (await portal.Database.WithAsync(db => db.Letters.Where(l => l.To.StartsWith("foule.")).ToListAsync())).Select(l => (l.To, l.Kind)).Order());
        (await SeatAudit.OfAsync(portal.Database, conference)).MustBalance();
        await AuditAsync();
    }

    [Fact]
    public async Task Ten_clicks_of_one_person_give_one_rank_and_ten_on_the_offer_one_seat()
    {
        var (conference, _, people) = await portal.ConferenceForAsync(people: 2, capacity: 1);
        Assert.Null(await portal.RegisterAsync(conference, people[0]));
        Assert.All(await TenAsync(() => portal.AskAsync(conference, people[1])), a => Assert.Equal((SeatStanding.Waiting, 1), (a.Standing, a.Rank)));
        Assert.Equal([LetterKind.Waitlisted], await portal.LettersAsync(conference, people[1]));

        await TenAsync(() => portal.WithdrawAsync(conference, people[0]));
        Assert.All(await TenAsync(() => portal.AskAsync(conference, people[1])), a => Assert.Equal((null, SeatStanding.Seated), (a.Refusal, a.Standing)));
        Assert.Equal([LetterKind.Waitlisted, LetterKind.SeatOffered, LetterKind.Registered], await portal.LettersAsync(conference, people[1]));
        await AuditAsync();
    }

    [Fact]
    public async Task Ten_refusals_of_one_offer_pass_one_seat_on()
    {
        var (conference, _, people) = await portal.ConferenceForAsync(people: 4, capacity: 1);
        foreach (var person in people)
            await portal.AskAsync(conference, person);
        Assert.Null(await portal.WithdrawAsync(conference, people[0]));
        await TenAsync(() => portal.LeaveAsync(conference, people[1]));
        Assert.Equal(CandidacyState.Offered, (await portal.CandidacyAsync(conference, people[2])).State);
        Assert.Equal(CandidacyState.Waiting, (await portal.CandidacyAsync(conference, people[3])).State);
        await AuditAsync();
    }

    [Fact]
    public async Task Nobody_is_skipped_and_no_seat_is_lost_when_people_come_accept_refuse_and_leave_at_once()
    {
        var (conference, _, people) = await portal.ConferenceForAsync(people: 40, capacity: 8);
        await Task.WhenAll(people.Select(async (person, n) =>
        {
            var chance = new Random(n);
            for (var round = 0; round < 6; round++)
            {
                await portal.AskAsync(conference, person);
                if (chance.Next(3) == 0)
                    await portal.WithdrawAsync(conference, person);
                if (chance.Next(3) == 0)
                    await portal.LeaveAsync(conference, person);
                if (chance.Next(4) == 0)
                    await portal.MeetMilestonesAsync();
            }
        }));
        (await SeatAudit.OfAsync(portal.Database, conference)).MustBalance();
        await AuditAsync();
        // The order of arrival is the order of offers: letters of one statement follow tickets, and statements follow one another.
        var offered = await portal.Database.WithAsync(db => db.Letters
            .Where(l => l.Kind == LetterKind.SeatOffered && l.Stream.StartsWith($"registration:{conference.Id}:")).OrderBy(l => l.Id).Select(l => l.Stream).ToListAsync());
        var tickets = await portal.Database.WithAsync(db => db.Candidacies.Where(k => k.ConferenceId == conference.Id && k.HeldUntil != null)
            .OrderBy(k => k.Ticket).Select(k => $"registration:{conference.Id}:{k.MemberId}").ToListAsync());
        Assert.Equal(tickets, offered);
    }

    /// <summary>Fault 38.</summary>
    [Fact]
    public async Task A_conference_cancelled_in_the_middle_of_the_rush_ends_with_nobody_seated_unknowingly()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(people: 80, capacity: 20);
        var sight = (await portal.SightAsync(conference, trainer))!;
        var rush = people.Select(async (person, n) =>
        {
            if (n == 40)
                Assert.Null(await portal.WithAsync((ConferenceDesk d) => d.CancelAsync(sight, "Panne")));
            return await portal.AskAsync(conference, person);
        });
        var answers = await Task.WhenAll(rush);

        foreach (var (person, answer) in people.Zip(answers))
        {
            var letters = await portal.LettersAsync(conference, person);
            // Whoever was given anything was told that it is cancelled, last; whoever was refused was told nothing.
            LetterKind? last = letters.Count == 0 ? null : letters[^1];
            Assert.Equal(answer.Refusal is null ? LetterKind.ConferenceCancelled : null, last);
        }

        await AuditAsync();
    }

    /// <summary>Fault 38.</summary>
    [Fact]
    public async Task A_capacity_changed_in_the_middle_of_the_rush_is_never_oversold()
    {
        var (conference, trainer, people) = await portal.ConferenceForAsync(people: 80, capacity: 30);
        var sight = (await portal.SightAsync(conference, trainer))!;
        var changes = Task.Run(async () =>
        {
            foreach (var capacity in new[] { 10, 25, 12, 40, 15 })
            {
                var revision = await portal.Database.WithAsync(db => db.Conferences.Where(c => c.Id == conference.Id).Select(c => c.Revision).SingleAsync());
                var plan = new ConferencePlan(conference.Title, "", conference.StartsAt, conference.EndsAt, capacity, [trainer.Id]);
                await portal.WithAsync((ConferenceDesk d) => d.ChangeAsync(sight, plan, revision, new HashSet<int> { trainer.Id }));
            }
        });
        var answers = await Task.WhenAll(people.Select(p => portal.AskAsync(conference, p)));
        await changes;
        Assert.All(answers, a => Assert.Null(a.Refusal));
        (await SeatAudit.OfAsync(portal.Database, conference)).MustBalance();
        await AuditAsync();
    }

    private static Task<T[]> TenAsync<T>(Func<Task<T>> click) => Task.WhenAll(Enumerable.Range(0, 10).Select(_ => click()));

    private Task AuditAsync() => new Auditor(portal.Database) { Now = PortalHost.Beginning }.AssertAsync();
}
