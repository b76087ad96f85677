namespace Training.Portal.Features.Conferences;

/// <summary>What may happen to a conference once it is scheduled.</summary>
public enum LifecycleStep
{
    OpenDoors,
    GoLive,
    End,
    Cancel,
}

/// <summary>What became of one call for a step. Of several callers, exactly one hears <see cref="Changed"/>.</summary>
public enum LifecycleOutcome
{
    /// <summary>This call made the change.</summary>
    Changed,

    /// <summary>It was already so: another caller, or an earlier one, did it.</summary>
    AlreadyDone,

    /// <summary>Not before its time.</summary>
    TooEarly,

    /// <summary>Nobody made it on time, and its time has passed.</summary>
    TooLate,

    /// <summary>A conference that went live is ended, not cancelled.</summary>
    WentLive,

    /// <summary>It has ended or was cancelled.</summary>
    Over,

    /// <summary>No such conference.</summary>
    Missing,
}
