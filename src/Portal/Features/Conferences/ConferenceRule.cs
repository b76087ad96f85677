namespace Training.Portal.Features.Conferences;

/// <summary>Why a conference does not change.</summary>
public enum ConferenceRefusal
{
    /// <summary>Ended or cancelled.</summary>
    Over,

    /// <summary>Live: its time stays.</summary>
    Live,

    /// <summary>Live: it is ended, not cancelled.</summary>
    WentLive,

    /// <summary>Another editor saved since this form was opened.</summary>
    ChangedMeanwhile,
}

/// <summary>The one rule of what may be scheduled and changed. Who may is <see cref="Groups.GroupAccess"/> and <see cref="ConferenceSight.Trainer"/>.</summary>
public static class ConferenceRule
{
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(2 * 366);

    /// <param name="current">Null for a new conference.</param>
    /// <param name="eligible">Members who may be picked: trainers and animators of the group, and who already was its trainer.</param>
    /// <returns>Each refusal with the field it is about.</returns>
    public static IEnumerable<(string Field, ConferenceFormRefusal Refusal)> FormRefusals(
        ConferencePlan plan, Conference? current, IReadOnlySet<int> eligible, DateTimeOffset now)
    {
        var moved = !plan.Undated && (current is null || current.StartsAt != plan.StartsAt);
        var draft = plan.Draft && current is null or { State: ConferenceState.Draft };
        if (plan.Undated && !draft)
            yield return (nameof(ConferenceForm.Date), ConferenceFormRefusal.DateUnreadable);
        if (plan.Trainers.Count == 0 && !draft)
            yield return (nameof(ConferenceForm.Trainers), ConferenceFormRefusal.TrainersMissing);
        if ((moved || Publishes(plan, current)) && plan.StartsAt <= now)
            yield return (nameof(ConferenceForm.Date), ConferenceFormRefusal.StartsInPast);
        if (moved && plan.StartsAt > now + Furthest)
            yield return (nameof(ConferenceForm.Date), ConferenceFormRefusal.StartsTooFar);
        if (current is not null && plan.Capacity < current.SeatsTaken)
            yield return (nameof(ConferenceForm.Capacity), ConferenceFormRefusal.CapacityBelowSeats);
        if (!plan.Trainers.All(eligible.Contains))
            yield return (nameof(ConferenceForm.Trainers), ConferenceFormRefusal.TrainerNotInGroup);
    }

    /// <summary>Null when the conference may become as planned.</summary>
    public static ConferenceRefusal? ChangeRefusal(Conference current, ConferencePlan plan, int seenRevision)
    {
        if (current.State is ConferenceState.Ended or ConferenceState.Cancelled)
            return ConferenceRefusal.Over;
        if (seenRevision != current.Revision)
            return ConferenceRefusal.ChangedMeanwhile;
        return current.State == ConferenceState.Live && IsMoved(current, plan) ? ConferenceRefusal.Live : null;
    }

    /// <summary>A draft becomes known to its agents.</summary>
    public static bool Publishes(ConferencePlan plan, Conference? current) => current is { State: ConferenceState.Draft } && !plan.Draft;

    /// <summary>A change of its series reaches it.</summary>
    public static bool MayFollow(ConferenceState state) => state is ConferenceState.Draft or ConferenceState.Planned or ConferenceState.DoorsOpen;

    public static bool IsMoved(Conference current, ConferencePlan plan) =>
        current.StartsAt != plan.StartsAt || current.EndsAt != plan.EndsAt;

    /// <summary>What changes in a calendar: time and title.</summary>
    public static bool ShowsInCalendar(Conference current, ConferencePlan plan) =>
        IsMoved(current, plan) || current.Title != plan.Title;

    /// <summary>Doors that opened close again when the start moves away.</summary>
    public static ConferenceState StateAfterMove(ConferenceState state, DateTimeOffset startsAt, DateTimeOffset now, TimeSpan doors) =>
        state == ConferenceState.DoorsOpen && now < startsAt - doors ? ConferenceState.Planned : state;

    /// <summary>Null when cancelled (now or before).</summary>
    public static ConferenceRefusal? CancelRefusal(LifecycleOutcome outcome) => outcome switch
    {
        LifecycleOutcome.Changed or LifecycleOutcome.AlreadyDone => null,
        LifecycleOutcome.WentLive => ConferenceRefusal.WentLive,
        _ => ConferenceRefusal.Over,
    };
}
