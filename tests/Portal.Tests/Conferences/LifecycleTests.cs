using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Recordings;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Candidacies;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Conferences;

public sealed class LifecycleTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Many_who_start_and_end_at_once_have_one_effect()
    {
        var conference = await ConferenceAsync(startsIn: TimeSpan.FromMinutes(5));
        var starts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StepAsync(l => l.GoLiveAsync(conference.Id))));
        Assert.Equal(1, starts.Count(o => o == LifecycleOutcome.Changed));
        Assert.Equal(7, starts.Count(o => o == LifecycleOutcome.AlreadyDone));
        var recording = await RecordingAsync(conference);
        Assert.Equal((RecordingState.Running, PortalHost.Beginning), (recording!.State, recording.StartedAt));
        var ends = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StepAsync(l => l.EndAsync(conference.Id))));
        Assert.Equal(1, ends.Count(o => o == LifecycleOutcome.Changed));
        Assert.Equal(RecordingState.Waiting, (await RecordingAsync(conference))!.State);
        var stored = await ReadAsync(conference);
        Assert.Equal((ConferenceState.Ended, PortalHost.Beginning, PortalHost.Beginning), (stored.State, stored.WentLiveAt, stored.EndedAt));
    }

    [Fact]
    public async Task Milestones_are_settled_with_the_step_that_makes_them()
    {
        var conference = await ConferenceAsync(startsIn: TimeSpan.FromMinutes(5));
        Assert.Equal(LifecycleOutcome.Changed, await StepAsync(l => l.GoLiveAsync(conference.Id)));
        Assert.Equal([(MilestoneKind.DoorsOpen, MilestoneOutcome.Done), (MilestoneKind.End, null)], await MilestonesAsync(conference));
        Assert.Equal(LifecycleOutcome.Changed, await StepAsync(l => l.EndAsync(conference.Id)));
        Assert.Equal(
            [(MilestoneKind.DoorsOpen, MilestoneOutcome.Done), (MilestoneKind.End, MilestoneOutcome.Done), (MilestoneKind.CountAttendance, null)],
            await MilestonesAsync(conference));
    }

    [Fact]
    public async Task A_conference_that_nobody_started_ends_without_a_recording()
    {
        var conference = await ConferenceAsync(startsIn: TimeSpan.FromHours(-2));
        Assert.Equal(LifecycleOutcome.Changed, await StepAsync(l => l.EndAsync(conference.Id)));
        Assert.Null(await RecordingAsync(conference));
        Assert.Equal((MilestoneKind.DoorsOpen, MilestoneOutcome.Obsolete), (await MilestonesAsync(conference))[0]);
    }

    [Fact]
    public async Task A_step_inside_the_caller_s_transaction_is_undone_with_it()
    {
        var conference = await ConferenceAsync(startsIn: TimeSpan.FromMinutes(5));
        await portal.WithAsync(async (TrainingDb db) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var lifecycle = ActivatorFor(db);
            Assert.Equal(LifecycleOutcome.Changed, await lifecycle.OpenDoorsAsync(conference.Id));
            await transaction.RollbackAsync();
            return 0;
        });
        Assert.Equal(ConferenceState.Planned, (await ReadAsync(conference)).State);
    }

    [Fact]
    public async Task A_milestone_held_by_the_scheduler_does_not_stop_the_trainer()
    {
        var conference = await ConferenceAsync(startsIn: TimeSpan.FromMinutes(5));
        await using var scheduler = portal.Database.Open();
        await using var holding = await scheduler.Database.BeginTransactionAsync();
        await scheduler.Database.ExecuteSqlAsync($"SELECT 1 FROM milestones WHERE conference_id = {conference.Id} FOR UPDATE");
        Assert.Equal(LifecycleOutcome.Changed, await StepAsync(l => l.GoLiveAsync(conference.Id)).WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(LifecycleOutcome.Changed, await StepAsync(l => l.EndAsync(conference.Id)).WaitAsync(TimeSpan.FromSeconds(20)));
        await holding.RollbackAsync();
    }

    [Fact]
    public async Task The_automatic_end_is_put_off_until_it_was_decided()
    {
        var conference = await ConferenceAsync(startsIn: TimeSpan.FromMinutes(5));
        var due = conference.EndsAt.AddMinutes(15);
        Assert.Equal(due.AddMinutes(20), await portal.WithAsync((ConferenceLifecycle l) => l.ExtendAsync(conference.Id, TimeSpan.FromMinutes(20))));
        await StepAsync(l => l.GoLiveAsync(conference.Id));
        await StepAsync(l => l.EndAsync(conference.Id));
        Assert.Null(await portal.WithAsync((ConferenceLifecycle l) => l.ExtendAsync(conference.Id, TimeSpan.FromMinutes(20))));
    }

    private static ConferenceLifecycle ActivatorFor(TrainingDb db)
    {
        var (clock, settings) = (new Microsoft.Extensions.Time.Testing.FakeTimeProvider(PortalHost.Beginning), new Training.Portal.Settings.TrainingSettings());
        return new(
            db, new EndingWork(db), new OfferDesk(new SeatSql(clock, settings), clock, settings),
            new WorkNudger(null!, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<WorkNudger>.Instance), clock, settings);
    }

    private Task<LifecycleOutcome> StepAsync(Func<ConferenceLifecycle, Task<LifecycleOutcome>> step) => portal.WithAsync(step);

    private async Task<Conference> ConferenceAsync(TimeSpan startsIn)
    {
        var conference = await portal.Given.ConferenceAsync(
            await portal.Given.GroupAsync(), await portal.Given.MemberAsync(), startsAt: PortalHost.Beginning + startsIn);
        await portal.Database.StoreAsync(
            new Milestone { ConferenceId = conference.Id, Kind = MilestoneKind.DoorsOpen, DueAt = conference.StartsAt.AddMinutes(-15) },
            new Milestone { ConferenceId = conference.Id, Kind = MilestoneKind.End, DueAt = conference.EndsAt.AddMinutes(15) });
        return conference;
    }

    private Task<Conference> ReadAsync(Conference conference) => portal.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Id == conference.Id));

    private Task<Recording?> RecordingAsync(Conference conference) =>
        portal.Database.WithAsync(db => db.Recordings.SingleOrDefaultAsync(r => r.ConferenceId == conference.Id));

    private async Task<(MilestoneKind Kind, MilestoneOutcome? Outcome)[]> MilestonesAsync(Conference conference) =>
        [.. (await portal.Database.WithAsync(db => db.Milestones.Where(m => m.ConferenceId == conference.Id).ToListAsync()))
            .OrderBy(m => m.Kind).Select(m => (m.Kind, m.Outcome))];
}
