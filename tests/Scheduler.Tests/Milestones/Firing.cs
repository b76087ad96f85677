using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Milestones;
using Training.Scheduler.Clock;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;
using Training.TestKit.Audit;

namespace Training.Scheduler.Tests.Milestones;

public sealed class Firing : IAsyncLifetime
{
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task Doors_open_within_a_second_of_their_instant_and_not_before()
    {
        await using var node = await SchedulerNode.StartAsync(ground);
        var doors = Ground.Now.AddSeconds(8);
        await ground.ConferenceAsync(doors);

        var done = await DoneAsync(MilestoneKind.DoorsOpen);

        Assert.InRange(done.DoneAt!.Value, doors, doors.AddSeconds(1));
        Assert.Equal(MilestoneOutcome.Done, done.Outcome);
        Assert.Equal(ConferenceState.DoorsOpen, await ground.SeeAsync(db => db.Conferences.Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task Two_nodes_decide_sixty_milestones_of_one_instant_once_each()
    {
        var acts = new CountedActs();
        await using var one = await SchedulerNode.StartAsync(ground, acts.In);
        await using var two = await SchedulerNode.StartAsync(ground, acts.In);
        await ground.ConferencesAsync(60, Ground.Now.AddSeconds(3));

        await NothingDueAsync();

        Assert.Equal(60, acts.Decided.Count);
        Assert.Equal(60, acts.Decided.Distinct().Count());
    }

    [Fact]
    public async Task Two_nodes_on_a_machine_without_a_free_moment_decide_each_milestone_once()
    {
        var acts = new CountedActs();
        await using var one = await SchedulerNode.StartAsync(ground, acts.In);
        await using var two = await SchedulerNode.StartAsync(ground, acts.In);
        await using var busy = await Busy.StartAsync();
        await ground.ConferencesAsync(60, Ground.Now.AddSeconds(3));

        await NothingDueAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(60, acts.Decided.Count);
        Assert.Equal(60, acts.Decided.Distinct().Count());
        await new Auditor(ground.Database).AssertAsync();
    }

    [Fact]
    public async Task A_scheduler_stopped_across_doors_and_end_catches_up_once_when_it_returns()
    {
        var missed = await ground.ConferenceAsync(Ground.Now.AddHours(-3));
        var acts = new CountedActs();

        await using var node = await SchedulerNode.StartAsync(ground, acts.In);
        await NothingDueAsync();

        Assert.Equal(ConferenceState.Ended, await ground.SeeAsync(db => db.Conferences.Select(c => c.State).SingleAsync()));
        Assert.Equal(
            [(MilestoneKind.CountAttendance, missed.Id), (MilestoneKind.DoorsOpen, missed.Id), (MilestoneKind.End, missed.Id)],
            acts.Decided.OrderBy(d => d.Kind.ToString()));
    }

    [Fact]
    public async Task A_milestone_that_fails_waits_and_holds_up_nobody()
    {
        var planned = await ground.ConferencesAsync(3, Ground.Now.AddMinutes(-1));
        var acts = new CountedActs { Poison = planned[0].Id };

        await using var node = await SchedulerNode.StartAsync(ground, acts.In);
        await Eventually.TrueAsync(() => acts.Decided.Count == 2);

        var poisoned = await Eventually.SomeAsync(() => ground.SeeAsync(db =>
            db.Milestones.SingleOrDefaultAsync(m => m.ConferenceId == planned[0].Id && m.Kind == MilestoneKind.DoorsOpen && m.Failures > 0)));
        Assert.Null(poisoned.DoneAt);
        Assert.Equal("poison", poisoned.LastError);
        Assert.True(poisoned.RetryAt > Ground.Now);

        acts.Poison = null;
        await Eventually.TrueAsync(() => acts.Decided.Count == 3);
    }

    [Fact]
    public async Task A_cancelled_conference_opens_no_doors()
    {
        var planned = await ground.ConferenceAsync(Ground.Now.AddMinutes(-1));
        await ground.SeeAsync(db => db.Conferences.ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ConferenceState.Cancelled)));

        await using var node = await SchedulerNode.StartAsync(ground);
        var settled = await DoneAsync(MilestoneKind.DoorsOpen);

        Assert.Equal(MilestoneOutcome.Obsolete, settled.Outcome);
        Assert.Equal(ConferenceState.Cancelled, await ground.SeeAsync(db => db.Conferences.Where(c => c.Id == planned.Id).Select(c => c.State).SingleAsync()));
    }

    [Theory]
    [InlineData(+2)]
    [InlineData(-2)]
    public async Task A_node_whose_clock_is_two_hours_wrong_is_neither_early_nor_late(int hours)
    {
        await using var node = await SchedulerNode.StartAsync(
            ground, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DatabaseClock(new WrongClock(TimeSpan.FromHours(hours))))));
        var doors = Ground.Now.AddSeconds(8);
        await ground.ConferenceAsync(doors);

        var done = await DoneAsync(MilestoneKind.DoorsOpen);

        Assert.InRange(done.DoneAt!.Value, doors, doors.AddSeconds(2));
    }

    private Task<Milestone> DoneAsync(MilestoneKind kind) =>
        Eventually.SomeAsync(() => ground.SeeAsync(db => db.Milestones.SingleOrDefaultAsync(m => m.Kind == kind && m.DoneAt != null)));

    private Task NothingDueAsync(TimeSpan? within = null) =>
        Eventually.TrueAsync(() => ground.SeeAsync(async db =>
        {
            var now = Ground.Now.AddSeconds(5);
            return !await db.Milestones.AnyAsync(m => m.DoneAt == null && m.DueAt < now);
        }), within);
}
