using Training.Portal.Features.Conferences;
using Training.Portal.Features.Milestones;

namespace Training.Portal.Features.Registrations.Reminders;

/// <summary>The one rule of which reminders still make sense.</summary>
public static class ReminderRule
{
    /// <summary>Of several that were missed, only the latest is worth sending: once the next is due, this one is not.</summary>
    /// <param name="next">How long before the start the reminder after this one is due; zero for the last.</param>
    public static MilestoneOutcome Decide(ConferenceState state, DateTimeOffset startsAt, TimeSpan next, DateTimeOffset now) =>
        state is not (ConferenceState.Planned or ConferenceState.DoorsOpen) ? MilestoneOutcome.Obsolete
        : now < startsAt - next ? MilestoneOutcome.Done
        : MilestoneOutcome.Missed;

    /// <summary>
    /// A conference that moves is reminded of anew when its reminder was not sent yet, or when it moves away by more than the
    /// reminder's lead. By less, the letter that tells the move is enough.
    /// </summary>
    /// <param name="by">How much later it starts than it did when the reminder was sent; null when it was not.</param>
    public static bool IsDueAgain(TimeSpan lead, DateTimeOffset startsAt, TimeSpan? by, DateTimeOffset now) =>
        now < startsAt - lead && (by is null || by >= lead);
}
