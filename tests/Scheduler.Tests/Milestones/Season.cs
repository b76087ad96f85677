using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Milestones;
using Training.Scheduler.Clock;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;

namespace Training.Scheduler.Tests.Milestones;

/// <summary>Ten thousand conferences, five hundred of them at one instant; and a Scheduler that was away for an hour.</summary>
public sealed class Season : IAsyncLifetime
{
    private const int AtOnce = 500;
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task Five_hundred_doors_of_one_instant_open_once_each_on_two_nodes_a_minute_apart_one_of_them_killed()
    {
        await using var mortal = await SchedulerProcess.StartAsync(ground);
        await using var fast = await SchedulerNode.StartAsync(
            ground, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DatabaseClock(new WrongClock(TimeSpan.FromMinutes(1))))));
        await Eventually.TrueAsync(() => ground.SeeAsync(async db => await db.SchedulerHeartbeats.CountAsync() == 2), TimeSpan.FromMinutes(3));
        await ground.WatchAsync();
        await ground.PlanSeasonAsync(10_000, AtOnce, Ground.Now.AddSeconds(5));

        await Eventually.TrueAsync(async () => await FiredAsync() >= AtOnce / 5, TimeSpan.FromMinutes(2));
        await mortal.KillAsync();
        Assert.InRange(await FiredAsync(), 1, AtOnce - 1);
        await Eventually.TrueAsync(() => ground.SeeAsync(async db => await db.Conferences.CountAsync(c => c.State == ConferenceState.DoorsOpen) == AtOnce), TimeSpan.FromMinutes(2));

        Assert.Equal((AtOnce, AtOnce, AtOnce), (
            await FiredAsync(), await CountAsync($"SELECT count(DISTINCT milestone)::int AS \"Value\" FROM fired"), await CountAsync($"SELECT count(*)::int AS \"Value\" FROM opened")));
        var due = await ground.SeeAsync(db => db.Milestones.Where(m => m.DoneAt != null).Select(m => new { m.DueAt, m.DoneAt, m.Outcome, m.Kind }).ToListAsync());
        Assert.All(due, m => Assert.Equal((true, MilestoneOutcome.Done, MilestoneKind.DoorsOpen), (m.DoneAt >= m.DueAt, m.Outcome, m.Kind)));
    }

    [Fact]
    public async Task After_an_hour_without_a_Scheduler_what_still_makes_sense_happens_and_the_rest_is_marked_as_missed()
    {
        var now = Ground.Now;
        var (running, over) = (await PlanAsync(now.AddMinutes(-20), MilestoneKind.DoorsOpen, MilestoneKind.End), await PlanAsync(now.AddMinutes(-80), MilestoneKind.DoorsOpen, MilestoneKind.End));
        var (soon, begun) = (await PlanAsync(now.AddMinutes(50), MilestoneKind.LastReminder), await PlanAsync(now.AddMinutes(-1), MilestoneKind.LastReminder));

        await using var node = await SchedulerNode.StartAsync(ground);
        await Eventually.TrueAsync(() => ground.SeeAsync(async db => await db.Milestones.CountAsync(m => m.DoneAt != null) >= 6), TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => ground.SeeAsync(async db => await db.Letters.AnyAsync() && await db.Letters.AllAsync(l => l.SentAt != null)), TimeSpan.FromMinutes(1));

        var outcomes = await ground.SeeAsync(db => db.Milestones.ToDictionaryAsync(m => (m.ConferenceId, m.Kind), m => m.Outcome));
        Assert.Equal((MilestoneOutcome.Done, null), (outcomes[(running.Id, MilestoneKind.DoorsOpen)], outcomes[(running.Id, MilestoneKind.End)]));
        Assert.Equal((MilestoneOutcome.Missed, MilestoneOutcome.Done), (outcomes[(over.Id, MilestoneKind.DoorsOpen)], outcomes[(over.Id, MilestoneKind.End)]));
        Assert.Equal((MilestoneOutcome.Done, MilestoneOutcome.Missed), (outcomes[(soon.Id, MilestoneKind.LastReminder)], outcomes[(begun.Id, MilestoneKind.LastReminder)]));
        Assert.Single(ground.Mail.Letters);
    }

    /// <summary>A conference of an hour with one agent, its doors due a quarter of an hour before, its end as long after, its reminder an hour before.</summary>
    private async Task<Conference> PlanAsync(DateTimeOffset start, params MilestoneKind[] kinds)
    {
        var conference = await ground.Given.ConferenceAsync(await ground.Given.GroupAsync(), await ground.Given.MemberAsync(), startsAt: start);
        await ground.Given.RegistrationAsync(conference, await ground.Given.MemberAsync());
        await ground.Database.StoreAsync([.. kinds.Select(kind => new Milestone
        {
            ConferenceId = conference.Id,
            Kind = kind,
            DueAt = kind switch { MilestoneKind.DoorsOpen => start.AddMinutes(-15), MilestoneKind.End => conference.EndsAt.AddMinutes(15), _ => start.AddHours(-1) },
        })]);
        return conference;
    }

    private Task<int> FiredAsync() => CountAsync($"SELECT count(*)::int AS \"Value\" FROM fired");

    private Task<int> CountAsync(FormattableString question) => ground.SeeAsync(async db => (await db.Database.SqlQuery<int>(question).ToListAsync())[0]);
}
