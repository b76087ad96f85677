namespace Training.Portal.Features.Conferences.Rehearsals;

/// <summary>When those who run a conference may try the room among themselves.</summary>
public sealed record RehearsalPlan(DateTimeOffset From, DateTimeOffset Until)
{
    public static RehearsalPlan? Of(Conference conference) =>
        conference is { RehearsesAt: { } from, RehearsesUntil: { } until } ? new RehearsalPlan(from, until) : null;

    public RehearsalPlan After(TimeSpan shift) => new(From + shift, Until + shift);
}

/// <summary>
/// The one rule of a rehearsal: those who run the conference enter the room alone, before its doors open. Nobody else comes in or is told anything; the
/// engine records nothing, no presence is counted, and the discussion stays closed.
/// </summary>
public static class RehearsalRule
{
    public static bool IsOn(ConferenceState state, RehearsalPlan? plan, DateTimeOffset now) =>
        state == ConferenceState.Planned && plan is not null && plan.From <= now && now < plan.Until;

    /// <summary>It is over before the doors open: no agent walks into it.</summary>
    public static bool EndsInTime(RehearsalPlan plan, DateTimeOffset startsAt, TimeSpan doors) => plan.Until <= startsAt - doors;
}
