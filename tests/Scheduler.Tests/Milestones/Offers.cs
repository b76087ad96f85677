using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Candidacies;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;

namespace Training.Scheduler.Tests.Milestones;

/// <summary>Held seats go to the next in line when their time comes, whichever node looks.</summary>
public sealed class Offers
{
    [Fact]
    public async Task An_offer_that_lapses_goes_to_the_next_once_and_the_milestone_waits_for_that_one()
    {
        await using var ground = await Ground.LayAsync();
        await using var one = await SchedulerNode.StartAsync(ground);
        await using var two = await SchedulerNode.StartAsync(ground);
        var conference = await ground.Given.ConferenceAsync(
            await ground.Given.GroupAsync(), await ground.Given.MemberAsync(), capacity: 1, startsAt: Ground.Now.AddDays(10));
        var people = new List<Member>();
        for (var i = 0; i < 4; i++)
            people.Add(await ground.Given.MemberAsync());
        foreach (var person in people)
            await AtDeskAsync(one, d => d.AskAsync(conference.Id, new Reader(person.Id, person.CollectiviteId, false)));
        var sight = await WithAsync(one, (ConferenceFinder f) => f.FindAsync(conference.Id, new Reader(people[0].Id, people[0].CollectiviteId, false)));
        await AtDeskAsync(one, d => d.WithdrawAsync(sight!));

        await HurryAsync(ground, conference, people[1]);

        await Eventually.TrueAsync(async () => await StateAsync(ground, conference, people[2]) == CandidacyState.Offered, TimeSpan.FromSeconds(30));
        Assert.Equal(CandidacyState.Lapsed, await StateAsync(ground, conference, people[1]));
        Assert.Equal(CandidacyState.Waiting, await StateAsync(ground, conference, people[3]));
        var (milestone, held, offers) = await ground.SeeAsync(async db => (
            await db.Milestones.SingleAsync(m => m.ConferenceId == conference.Id),
            await db.Candidacies.SingleAsync(k => k.ConferenceId == conference.Id && k.State == CandidacyState.Offered),
            await db.Letters.CountAsync(l => l.Kind == LetterKind.SeatOffered)));
        Assert.Equal((MilestoneKind.OfferLapse, null, held.HeldUntil!.Value), (milestone.Kind, milestone.DoneAt, milestone.DueAt));
        Assert.Equal(2, offers);
    }

    /// <summary>The offer's time is over in a moment.</summary>
    private static Task<int> HurryAsync(Ground ground, Conference conference, Member member) => ground.SeeAsync(async db =>
    {
        var soon = Ground.Now.AddSeconds(2);
        await db.Candidacies.Where(k => k.ConferenceId == conference.Id && k.MemberId == member.Id).ExecuteUpdateAsync(s => s.SetProperty(k => k.HeldUntil, soon));
        return await db.Milestones.Where(m => m.ConferenceId == conference.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, soon));
    });

    private static Task<CandidacyState> StateAsync(Ground ground, Conference conference, Member member) => ground.SeeAsync(db =>
        db.Candidacies.Where(k => k.ConferenceId == conference.Id && k.MemberId == member.Id).Select(k => k.State).SingleAsync());

    private static Task<T> AtDeskAsync<T>(SchedulerNode node, Func<RegistrationDesk, Task<T>> ask) => WithAsync(node, ask);

    private static async Task<T> WithAsync<TService, T>(SchedulerNode node, Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = node.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
