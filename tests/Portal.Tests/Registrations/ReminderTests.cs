using Microsoft.EntityFrameworkCore;
using Training.MailSink;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Organising;
using Training.Portal.Features.Registrations.Reminders;
using Training.Portal.Tests.Membership;
using Training.TestKit.Hosts;
using Training.TestKit.Mail;

namespace Training.Portal.Tests.Registrations;

/// <summary>A week, a day and an hour before: each once, to whoever still has a seat, for the date that still holds.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = PortalHost.Beginning.AddDays(10);
    private PortalHost portal = null!;
    private Member trainer = null!;
    private Member agent = null!;
    private Conference conference = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalHost.StartAsync();
        (trainer, agent) = (await portal.Given.MemberAsync(name: "Formatrice"), await portal.Given.MemberAsync(name: "Awa Diallo"));
        var group = await portal.Given.GroupAsync("Acheteurs");
        await portal.Given.MembershipAsync(group, trainer, GroupRole.Trainer);
        var plan = new ConferencePlan("Marchés publics", "", Start, Start.AddHours(1), 30, [trainer.Id]);
        var sight = await portal.WithAsync((GroupFinder f) => f.FindAsync(group.Slug, Registering.ReaderOf(trainer)));
        var id = await portal.WithAsync((ConferenceDesk d) => d.ScheduleAsync(sight!, plan, Guid.NewGuid()));
        conference = await portal.Database.WithAsync(db => db.Conferences.SingleAsync(c => c.Id == id));

        // Reminders alone: doors and end ask for a room engine, which is not here.
        await portal.Database.WithAsync(db => db.Milestones.Where(m => m.Kind == MilestoneKind.DoorsOpen || m.Kind == MilestoneKind.End).ExecuteDeleteAsync());
        Assert.Null(await portal.RegisterAsync(conference, agent));
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Three_reminders_leave_each_at_its_time_and_once_however_often_the_scheduler_looks()
    {
        var left = new List<(TimeSpan Before, MilestoneKind Step)>();
        for (var before = TimeSpan.FromDays(8); before > TimeSpan.FromMinutes(-30); before -= TimeSpan.FromMinutes(30))
        {
            await AtAsync(before);
            await portal.MeetMilestonesAsync();
            left.AddRange((await StepsAsync()).Skip(left.Count).Select(step => (before, step)));
        }

        Assert.Equal(
        [
            (TimeSpan.FromDays(7), MilestoneKind.FirstReminder), (TimeSpan.FromDays(1), MilestoneKind.SecondReminder), (TimeSpan.FromHours(1), MilestoneKind.LastReminder),
        ], left);
    }

    [Fact]
    public async Task Done_twice_at_once_or_again_a_reminder_is_one_letter()
    {
        await AtAsync(TimeSpan.FromDays(1));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(portal.MeetMilestonesAsync)));
        await portal.Database.WithAsync(db => db.Milestones.Where(m => m.Kind == MilestoneKind.SecondReminder).ExecuteUpdateAsync(s => s.SetProperty(m => m.DoneAt, (DateTimeOffset?)null)));
        await portal.MeetMilestonesAsync();
        Assert.Equal([MilestoneKind.SecondReminder], await StepsAsync());
    }

    [Fact]
    public async Task A_stopped_scheduler_sends_the_latest_that_still_makes_sense_and_none_after_the_start()
    {
        await AtAsync(TimeSpan.FromHours(20));
        await portal.MeetMilestonesAsync();
        Assert.Equal([MilestoneKind.SecondReminder], await StepsAsync());
        await AtAsync(TimeSpan.Zero);
        await portal.MeetMilestonesAsync();
        Assert.Equal([MilestoneKind.SecondReminder], await StepsAsync());
        Assert.Equal(MilestoneOutcome.Missed, await OutcomeAsync(MilestoneKind.LastReminder));
    }

    [Fact]
    public async Task Whoever_gave_the_seat_back_or_said_no_more_is_not_reminded()
    {
        var (gone, quiet) = (await portal.Given.MemberAsync(), await portal.Given.MemberAsync());
        foreach (var member in new[] { gone, quiet })
            Assert.Null(await portal.RegisterAsync(conference, member));
        Assert.Null(await portal.WithdrawAsync(conference, gone));
        await portal.WithAsync(async (MessageDesk d) => { await d.EndAsync(conference.Id, quiet.Id); return 0; });
        await AtAsync(TimeSpan.FromDays(1));
        await portal.MeetMilestonesAsync();
        Assert.Equal([agent.Address], (await RemindersAsync()).Select(l => l.To));
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("cancelled")]
    [InlineData("moved")]
    [InlineData("live")]
    [InlineData("removed")]
    [InlineData("begun")]
    public async Task A_reminder_that_waited_for_the_relay_leaves_only_if_it_is_still_true(string meanwhile)
    {
        await DrainAsync();
        await AtAsync(TimeSpan.FromDays(1));
        await portal.MeetMilestonesAsync();
        portal.Mail.Script.Always = SinkFault.TryLater;
        await DrainAsync();
        await HappenAsync(meanwhile);
        portal.Mail.Script.Always = null;
        await HurryAsync();
        await DrainAsync();
        Assert.DoesNotContain(portal.Mail.To(agent.Address), l => IsReminder(l.Read().Subject!));
        Assert.NotNull(Assert.Single(await RemindersAsync()).DroppedAt);
    }

    [Fact]
    public async Task A_reminder_that_waited_and_is_still_true_leaves()
    {
        await AtAsync(TimeSpan.FromDays(1));
        await portal.MeetMilestonesAsync();
        portal.Mail.Script.Always = SinkFault.TryLater;
        await DrainAsync();
        portal.Mail.Script.Always = null;
        await HurryAsync();
        await DrainAsync();
        Assert.Single(portal.Mail.To(agent.Address), l => IsReminder(l.Read().Subject!));
    }

    [Fact]
    public async Task Reminders_follow_a_moved_date_and_one_that_left_is_not_repeated_for_a_small_move()
    {
        await AtAsync(TimeSpan.FromDays(1));
        await portal.MeetMilestonesAsync();
        await MoveAsync(Start.AddHours(2));
        await AtAsync(Start.AddHours(2) - TimeSpan.FromDays(1));
        await portal.MeetMilestonesAsync();
        Assert.Equal([MilestoneKind.SecondReminder], await StepsAsync());

        await MoveAsync(Start.AddDays(20));
        Assert.Equal(Start.AddDays(13), await DueAsync(MilestoneKind.FirstReminder));
        await AtAsync(Start.AddDays(13));
        await portal.MeetMilestonesAsync();
        await AtAsync(Start.AddDays(19));
        await portal.MeetMilestonesAsync();
        Assert.Equal([MilestoneKind.SecondReminder, MilestoneKind.FirstReminder, MilestoneKind.SecondReminder], await StepsAsync());
        Assert.Equal(3, (await RemindersAsync()).Select(l => l.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_conference_brought_nearer_sends_no_reminder_whose_time_has_passed()
    {
        await MoveAsync(PortalHost.Beginning.AddHours(30));
        Assert.Equal(MilestoneOutcome.Obsolete, await OutcomeAsync(MilestoneKind.FirstReminder));
        Assert.Equal(PortalHost.Beginning.AddHours(6), await DueAsync(MilestoneKind.SecondReminder));
        await portal.MeetMilestonesAsync();
        Assert.Empty(await StepsAsync());
    }

    [Fact]
    public async Task A_cancelled_conference_reminds_nobody()
    {
        var sight = (await portal.SightAsync(conference, trainer))!;
        Assert.Null(await portal.WithAsync((ConferenceDesk d) => d.CancelAsync(sight, "Panne")));
        await AtAsync(TimeSpan.FromHours(1));
        await portal.MeetMilestonesAsync();
        Assert.Empty(await StepsAsync());
    }

    [Fact]
    public async Task The_letter_says_what_when_and_how_to_give_the_seat_back_with_a_way_out()
    {
        await DrainAsync();
        await AtAsync(TimeSpan.FromDays(7));
        await portal.MeetMilestonesAsync();
        await DrainAsync();
        var letter = portal.Mail.To(agent.Address)[^1];
        var message = letter.Read();
        Assert.Equal("vendredi 4 décembre 9 h : Marchés publics – rappel", message.Subject!.Replace('\u00a0', ' '));
        Assert.Contains("désinscrivez-vous", message.TextBody);
        Assert.Contains("/desabonnement-conference/", letter.Header("List-Unsubscribe"));
        Assert.Equal("List-Unsubscribe=One-Click", letter.Header("List-Unsubscribe-Post"));
        Assert.DoesNotContain("/rejoindre/", message.TextBody);
    }

    private async Task HappenAsync(string what)
    {
        var sight = (await portal.SightAsync(conference, trainer))!;
        if (what == "withdrawn")
            await portal.WithdrawAsync(conference, agent);
        else if (what == "cancelled")
            await portal.WithAsync((ConferenceDesk d) => d.CancelAsync(sight, "Panne"));
        else if (what == "moved")
            await MoveAsync(Start.AddHours(1));
        else if (what == "live")
            await portal.Database.WithAsync(db => db.Conferences.ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ConferenceState.Live)));
        else if (what == "removed")
            await portal.Database.WithAsync(db => db.Members.Where(m => m.Id == agent.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.RemovedAt, portal.Clock.GetUtcNow())));
        else
            await AtAsync(TimeSpan.Zero);
    }

    private static bool IsReminder(string subject) => subject.EndsWith("rappel", StringComparison.Ordinal);

    private Task AtAsync(TimeSpan before) => AtAsync(Start - before);

    private Task AtAsync(DateTimeOffset instant)
    {
        portal.Clock.SetUtcNow(instant);
        return Task.CompletedTask;
    }

    private async Task MoveAsync(DateTimeOffset start)
    {
        var sight = (await portal.SightAsync(conference, trainer))!;
        var plan = new ConferencePlan(conference.Title, "", start, start.AddHours(1), 30, [trainer.Id]);
        Assert.True((await portal.WithAsync((ConferenceDesk d) => d.ChangeAsync(sight, plan, sight.Conference.Revision, new HashSet<int> { trainer.Id }))).Saved);
    }

    private Task<List<Letter>> RemindersAsync() =>
        portal.Database.WithAsync(db => db.Letters.Where(l => l.Kind == LetterKind.Reminder).OrderBy(l => l.Id).ToListAsync());

    private async Task<List<MilestoneKind>> StepsAsync() => (await RemindersAsync()).ConvertAll(l => ((ReminderFacts)LetterFacts.Of(l)).Step);

    private Task<DateTimeOffset> DueAsync(MilestoneKind kind) => portal.Database.WithAsync(db => db.Milestones.Where(m => m.Kind == kind && m.DoneAt == null).Select(m => m.DueAt).SingleAsync());

    private Task<MilestoneOutcome?> OutcomeAsync(MilestoneKind kind) => portal.Database.WithAsync(db => db.Milestones.Where(m => m.Kind == kind).Select(m => m.Outcome).SingleAsync());

    private async Task DrainAsync()
    {
        while (await portal.DrainAsync(50) > 0)
        {
        }
    }

    private Task<int> HurryAsync() => portal.Database.WithAsync(db => db.Database.ExecuteSqlAsync($"UPDATE letters SET next_try_at = now()"));
}
