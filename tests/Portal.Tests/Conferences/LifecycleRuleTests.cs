using Training.Portal.Features.Conferences;

namespace Training.Portal.Tests.Conferences;

public sealed class LifecycleRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Doors = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData(LifecycleStep.OpenDoors, ConferenceState.Planned, -16, LifecycleOutcome.TooEarly)]
    [InlineData(LifecycleStep.OpenDoors, ConferenceState.Planned, -15, LifecycleOutcome.Changed)]
    [InlineData(LifecycleStep.OpenDoors, ConferenceState.Planned, 59, LifecycleOutcome.Changed)]
    [InlineData(LifecycleStep.OpenDoors, ConferenceState.Planned, 60, LifecycleOutcome.TooLate)]
    [InlineData(LifecycleStep.OpenDoors, ConferenceState.DoorsOpen, -10, LifecycleOutcome.AlreadyDone)]
    [InlineData(LifecycleStep.OpenDoors, ConferenceState.DoorsOpen, 90, LifecycleOutcome.AlreadyDone)]
    [InlineData(LifecycleStep.OpenDoors, ConferenceState.Live, 5, LifecycleOutcome.AlreadyDone)]
    [InlineData(LifecycleStep.OpenDoors, ConferenceState.Cancelled, -10, LifecycleOutcome.Over)]
    [InlineData(LifecycleStep.OpenDoors, ConferenceState.Cancelled, 90, LifecycleOutcome.Over)]
    [InlineData(LifecycleStep.GoLive, ConferenceState.Planned, -16, LifecycleOutcome.TooEarly)]
    [InlineData(LifecycleStep.GoLive, ConferenceState.Planned, -15, LifecycleOutcome.Changed)]
    [InlineData(LifecycleStep.GoLive, ConferenceState.DoorsOpen, -15, LifecycleOutcome.Changed)]
    [InlineData(LifecycleStep.GoLive, ConferenceState.Live, 0, LifecycleOutcome.AlreadyDone)]
    [InlineData(LifecycleStep.GoLive, ConferenceState.Ended, 0, LifecycleOutcome.Over)]
    [InlineData(LifecycleStep.GoLive, ConferenceState.Cancelled, 0, LifecycleOutcome.Over)]
    [InlineData(LifecycleStep.End, ConferenceState.Live, 1, LifecycleOutcome.Changed)]
    [InlineData(LifecycleStep.End, ConferenceState.DoorsOpen, 59, LifecycleOutcome.TooEarly)]
    [InlineData(LifecycleStep.End, ConferenceState.DoorsOpen, 60, LifecycleOutcome.Changed)]
    [InlineData(LifecycleStep.End, ConferenceState.Planned, 60, LifecycleOutcome.Changed)]
    [InlineData(LifecycleStep.End, ConferenceState.Ended, 60, LifecycleOutcome.AlreadyDone)]
    [InlineData(LifecycleStep.End, ConferenceState.Cancelled, 60, LifecycleOutcome.Over)]
    [InlineData(LifecycleStep.Cancel, ConferenceState.Planned, -60, LifecycleOutcome.Changed)]
    [InlineData(LifecycleStep.Cancel, ConferenceState.DoorsOpen, -5, LifecycleOutcome.Changed)]
    [InlineData(LifecycleStep.Cancel, ConferenceState.Live, 5, LifecycleOutcome.WentLive)]
    [InlineData(LifecycleStep.Cancel, ConferenceState.Cancelled, 5, LifecycleOutcome.AlreadyDone)]
    [InlineData(LifecycleStep.Cancel, ConferenceState.Ended, 5, LifecycleOutcome.Over)]
    public void A_step_is_decided_by_state_and_time(LifecycleStep step, ConferenceState state, int minutesAfterStart, LifecycleOutcome outcome) =>
        Assert.Equal(outcome, LifecycleRule.Decide(step, new LifecycleFacts(state, Start, Start.AddHours(1)), Start.AddMinutes(minutesAfterStart), Doors));
}
