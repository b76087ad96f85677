using Training.Portal.Features.Conferences;
using Training.Portal.Features.Milestones;
using Training.Portal.Features.Registrations.Reminders;
using Training.Portal.Settings;
using Training.TestKit.Hosts;

namespace Training.Portal.Tests.Registrations;

public sealed class ReminderRuleTests
{
    private static readonly DateTimeOffset Now = PortalHost.Beginning;

    [Theory]
    [InlineData(ConferenceState.Planned, 168, 24, MilestoneOutcome.Done)]
    [InlineData(ConferenceState.Planned, 25, 24, MilestoneOutcome.Done)]
    [InlineData(ConferenceState.Planned, 24, 24, MilestoneOutcome.Missed)]
    [InlineData(ConferenceState.Planned, 1, 0, MilestoneOutcome.Done)]
    [InlineData(ConferenceState.DoorsOpen, 0.1, 0, MilestoneOutcome.Done)]
    [InlineData(ConferenceState.Planned, 0, 0, MilestoneOutcome.Missed)]
    [InlineData(ConferenceState.Planned, -1, 0, MilestoneOutcome.Missed)]
    [InlineData(ConferenceState.Live, 0.1, 0, MilestoneOutcome.Obsolete)]
    [InlineData(ConferenceState.Ended, 24, 1, MilestoneOutcome.Obsolete)]
    [InlineData(ConferenceState.Cancelled, 24, 1, MilestoneOutcome.Obsolete)]
    public void A_reminder_makes_sense_until_the_next_is_due_or_the_conference_begins(
        ConferenceState state, double hoursLeft, double nextHours, MilestoneOutcome outcome) =>
        Assert.Equal(outcome, ReminderRule.Decide(state, Now.AddHours(hoursLeft), TimeSpan.FromHours(nextHours), Now));

    [Theory]
    [InlineData(24, 48, null, true)]
    [InlineData(24, 24, null, false)]
    [InlineData(24, 10, null, false)]
    [InlineData(24, 48, 24.0, true)]
    [InlineData(24, 48, 23.9, false)]
    [InlineData(24, 48, -72.0, false)]
    [InlineData(168, 24 * 14, 24.0, false)]
    [InlineData(168, 24 * 14, 168.0, true)]
    [InlineData(1, 3, 2.0, true)]
    public void A_conference_that_moves_is_reminded_of_anew_when_it_moves_away_by_more_than_the_lead(
        double lead, double hoursLeft, double? by, bool again) =>
        Assert.Equal(again, ReminderRule.IsDueAgain(
            TimeSpan.FromHours(lead), Now.AddHours(hoursLeft), by is { } hours ? TimeSpan.FromHours(hours) : null, Now));

    [Fact]
    public void An_installation_chooses_which_reminders_leave_and_when()
    {
        Assert.Equal(
        [
            new ReminderTime(MilestoneKind.FirstReminder, TimeSpan.FromDays(7), TimeSpan.FromDays(1)),
            new ReminderTime(MilestoneKind.SecondReminder, TimeSpan.FromDays(1), TimeSpan.FromHours(1)),
            new ReminderTime(MilestoneKind.LastReminder, TimeSpan.FromHours(1), TimeSpan.Zero),
        ], ReminderTimes.Of(new ReminderSettings()));
        Assert.Equal(
            [new ReminderTime(MilestoneKind.SecondReminder, TimeSpan.FromHours(48), TimeSpan.Zero)],
            ReminderTimes.Of(new ReminderSettings { FirstHours = 0, SecondHours = 48, LastMinutes = 0 }));
    }
}
