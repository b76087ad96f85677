namespace Training.Portal.Features.Conferences;

/// <summary>What is wrong with a <see cref="ConferenceForm"/>.</summary>
public enum ConferenceFormRefusal
{
    TitleMissing,
    TitleTooLong,
    ProgrammeTooLong,
    DateUnreadable,
    TimeUnreadable,

    /// <summary>Clocks go forward over it.</summary>
    TimeSkipped,

    /// <summary>Clocks go back over it: it comes twice, and the form did not say which.</summary>
    TimeAmbiguous,

    StartsInPast,
    StartsTooFar,
    DurationUnreadable,
    CapacityUnreadable,
    CapacityBelowSeats,
    DeadlineUnreadable,
    DeadlineAfterStart,
    TrainersMissing,
    TrainerNotInGroup,
}
