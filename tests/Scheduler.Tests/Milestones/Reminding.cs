using Microsoft.EntityFrameworkCore;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Reminders;
using Training.Scheduler.Tests.Kit;
using Training.TestKit;
using Training.TestKit.Audit;

namespace Training.Scheduler.Tests.Milestones;

/// <summary>Reminders fire by the same triggers as doors and ends: once, whichever node looks, however late.</summary>
public sealed class Reminding : IAsyncLifetime
{
    private Ground ground = null!;

    public async ValueTask InitializeAsync() => ground = await Ground.LayAsync();

    public ValueTask DisposeAsync() => ground.DisposeAsync();

    [Fact]
    public async Task Two_nodes_remind_everyone_of_twenty_conferences_once_within_a_second_of_the_instant()
    {
        await using var one = await SchedulerNode.StartAsync(ground);
        await using var two = await SchedulerNode.StartAsync(ground);
        var due = Ground.Now.AddSeconds(5);
        await PlanAsync(20, MilestoneKind.LastReminder, due, due.AddHours(1));

        await Eventually.TrueAsync(() => ground.SeeAsync(async db => await db.Letters.CountAsync(l => l.SentAt != null) == 40), TimeSpan.FromMinutes(1));

        Assert.Equal(40, ground.Mail.CountByMessageId().Count);
        Assert.All(ground.Mail.CountByMessageId().Values, count => Assert.Equal(1, count));
        var done = await ground.SeeAsync(db => db.Milestones.Select(m => m.DoneAt!.Value).ToListAsync());
        Assert.All(done, at => Assert.True(at >= due));
        await new Auditor(ground.Database) { Mail = ground.Mail }.AssertAsync();
    }

    [Fact]
    public async Task A_scheduler_that_was_stopped_sends_the_one_reminder_that_still_makes_sense()
    {
        var start = Ground.Now.AddHours(20);
        var conference = (await PlanAsync(1, MilestoneKind.FirstReminder, start.AddDays(-7), start))[0];
        await ground.Database.StoreAsync(
            new Milestone { ConferenceId = conference.Id, Kind = MilestoneKind.SecondReminder, DueAt = start.AddDays(-1) },
            new Milestone { ConferenceId = conference.Id, Kind = MilestoneKind.LastReminder, DueAt = start.AddHours(-1) });

        await using var node = await SchedulerNode.StartAsync(ground);
        await Eventually.TrueAsync(() => ground.SeeAsync(async db => await db.Letters.CountAsync(l => l.SentAt != null) == 2), TimeSpan.FromMinutes(1));

        var steps = await ground.SeeAsync(async db => (await db.Letters.ToListAsync()).Select(l => ((ReminderFacts)LetterFacts.Of(l)).Step).Distinct());
        Assert.Equal([MilestoneKind.SecondReminder], steps);
        var left = await ground.SeeAsync(db => db.Milestones.OrderBy(m => m.DueAt).Select(m => m.Outcome).ToListAsync());
        Assert.Equal([MilestoneOutcome.Missed, MilestoneOutcome.Done, null], left);
    }

    /// <summary>Conferences with two registered agents each and one milestone.</summary>
    private async Task<List<Conference>> PlanAsync(int count, MilestoneKind kind, DateTimeOffset due, DateTimeOffset start)
    {
        var (group, trainer) = (await ground.Given.GroupAsync(), await ground.Given.MemberAsync());
        var agents = new[] { await ground.Given.MemberAsync(), await ground.Given.MemberAsync() };
        var planned = new List<Conference>();
        for (var i = 0; i < count; i++)
        {
            planned.Add(await ground.Given.ConferenceAsync(group, trainer, startsAt: start));
            foreach (var agent in agents)
                await ground.Given.RegistrationAsync(planned[i], agent);
        }

        await ground.Database.StoreAsync([.. planned.Select(c => new Milestone { ConferenceId = c.Id, Kind = kind, DueAt = due })]);
        return planned;
    }
}
