namespace Training.Portal.Features.Conferences.Drafts;

/// <summary>Why a draft is not published.</summary>
public enum DraftRefusal
{
    /// <summary>Published meanwhile, or never one.</summary>
    NoDraft,
    DateMissing,
    StartsInPast,
    TrainersMissing,
}

/// <summary>The one rule of what a draft must say before agents may know of it.</summary>
public static class DraftRule
{
    /// <summary>Null when it may be published.</summary>
    public static DraftRefusal? Refusal(Conference draft, DateTimeOffset now) => draft switch
    {
        { State: not ConferenceState.Draft } => DraftRefusal.NoDraft,
        { Undated: true } => DraftRefusal.DateMissing,
        _ when draft.StartsAt <= now => DraftRefusal.StartsInPast,
        { Trainers.Count: 0 } => DraftRefusal.TrainersMissing,
        _ => null,
    };
}
