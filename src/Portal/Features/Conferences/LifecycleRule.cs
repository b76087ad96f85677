namespace Training.Portal.Features.Conferences;

/// <summary>The one rule of a conference's states: Planned → DoorsOpen → Live → Ended, or Cancelled before it went live.</summary>
public static class LifecycleRule
{
    /// <param name="doors">How long before the start the doors open.</param>
    /// <returns><see cref="LifecycleOutcome.Changed"/> when the step may be made now.</returns>
    public static LifecycleOutcome Decide(LifecycleStep step, LifecycleFacts facts, DateTimeOffset now, TimeSpan doors) => step switch
    {
        LifecycleStep.OpenDoors => OpenDoors(facts, now, doors),
        LifecycleStep.GoLive => GoLive(facts, now, doors),
        LifecycleStep.End => End(facts, now),
        LifecycleStep.Cancel => Cancel(facts),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static ConferenceState StateAfter(LifecycleStep step) => step switch
    {
        LifecycleStep.OpenDoors => ConferenceState.DoorsOpen,
        LifecycleStep.GoLive => ConferenceState.Live,
        LifecycleStep.End => ConferenceState.Ended,
        LifecycleStep.Cancel => ConferenceState.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Doors that nobody opened on time stay shut once the session's hours have passed: its end is all that is left to do.</summary>
    private static LifecycleOutcome OpenDoors(LifecycleFacts facts, DateTimeOffset now, TimeSpan doors) => facts.State switch
    {
        ConferenceState.Planned when now >= facts.EndsAt => LifecycleOutcome.TooLate,
        ConferenceState.Planned => From(facts.StartsAt - doors, now),
        ConferenceState.DoorsOpen or ConferenceState.Live => LifecycleOutcome.AlreadyDone,
        _ => LifecycleOutcome.Over,
    };

    /// <summary>A trainer may start as soon as the doors should be open, even when nobody opened them (a stopped Scheduler).</summary>
    private static LifecycleOutcome GoLive(LifecycleFacts facts, DateTimeOffset now, TimeSpan doors) => facts.State switch
    {
        ConferenceState.Planned => From(facts.StartsAt - doors, now),
        ConferenceState.DoorsOpen => LifecycleOutcome.Changed,
        ConferenceState.Live => LifecycleOutcome.AlreadyDone,
        _ => LifecycleOutcome.Over,
    };

    /// <summary>A live conference ends whenever its trainer says so; one that never went live, not before its planned end.</summary>
    private static LifecycleOutcome End(LifecycleFacts facts, DateTimeOffset now) => facts.State switch
    {
        ConferenceState.Planned or ConferenceState.DoorsOpen => From(facts.EndsAt, now),
        ConferenceState.Live => LifecycleOutcome.Changed,
        ConferenceState.Ended => LifecycleOutcome.AlreadyDone,
        _ => LifecycleOutcome.Over,
    };

    private static LifecycleOutcome Cancel(LifecycleFacts facts) => facts.State switch
    {
        ConferenceState.Planned or ConferenceState.DoorsOpen => LifecycleOutcome.Changed,
        ConferenceState.Live => LifecycleOutcome.WentLive,
        ConferenceState.Cancelled => LifecycleOutcome.AlreadyDone,
        _ => LifecycleOutcome.Over,
    };

    private static LifecycleOutcome From(DateTimeOffset instant, DateTimeOffset now) =>
        now >= instant ? LifecycleOutcome.Changed : LifecycleOutcome.TooEarly;
}

public sealed record LifecycleFacts(ConferenceState State, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
