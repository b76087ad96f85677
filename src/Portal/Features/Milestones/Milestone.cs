namespace Training.Portal.Features.Milestones;

/// <summary>
/// Something that must happen to a conference at an instant. These rows are the truth; the Scheduler only looks when the
/// instant comes. Written in the same transaction as the conference, rewritten when it moves.
/// </summary>
public sealed class Milestone
{
    public int Id { get; set; }
    public int ConferenceId { get; set; }
    public MilestoneKind Kind { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>What was decided, once done.</summary>
    public MilestoneOutcome? Outcome { get; set; }

    /// <summary>How often it was tried and failed; it then waits until <see cref="RetryAt"/>, without holding up the others.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? RetryAt { get; set; }
    public string? LastError { get; set; }
}

public enum MilestoneKind
{
    DoorsOpen,
    End,

    /// <summary>Written by the end itself: attendance becomes points.</summary>
    CountAttendance,

    /// <summary>The next held seat was not taken in time. Put off from one such instant to the next.</summary>
    OfferLapse,

    /// <summary>Those registered are reminded: days, then a day, then an hour before (<c>Training:Reminders</c>).</summary>
    FirstReminder,
    SecondReminder,
    LastReminder,
}

public enum MilestoneOutcome
{
    Done,

    /// <summary>It no longer made sense when its turn came.</summary>
    Obsolete,

    /// <summary>It would have made sense on time, and its turn came too late: no Scheduler was alive. Shown to the operator.</summary>
    Missed,
}
