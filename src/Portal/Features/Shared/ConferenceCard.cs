namespace Training.Portal.Features.Shared;

/// <summary>A conference in a list, as one reader may know it. Shown by <c>_ConferenceCard</c>.</summary>
public sealed record ConferenceCard
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The reader's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public required CardState State { get; init; }

    /// <summary>Null when the reader may not know it (a visitor).</summary>
    public string? GroupName { get; init; }

    public string? GroupSlug { get; init; }
    public IReadOnlyList<string> Trainers { get; init; } = [];

    /// <summary>Null when it is not said (a visitor, a past session).</summary>
    public int? SeatsLeft { get; init; }

    /// <summary>The reader's rank on the waiting list, from 1.</summary>
    public int Rank { get; init; }

    public string Href => $"/conferences/{Id}";
}

/// <summary>What the reader may do with the conference: the card has one button, which is this.</summary>
public enum CardState
{
    /// <summary>Only look: a visitor, or nothing to do.</summary>
    Look,
    MayRegister,
    Full,

    /// <summary>Full, with a waiting list one may join.</summary>
    MayWait,

    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>A seat is held for the reader, for a time.</summary>
    Offered,

    /// <summary>A trainer decides who has a seat: it is asked for.</summary>
    MayAsk,

    /// <summary>Awaits a trainer's word.</summary>
    Asked,

    /// <summary>A trainer said no.</summary>
    Declined,

    /// <summary>Registration has closed.</summary>
    RegistrationClosed,
    Registered,

    /// <summary>The doors are open or the session is live.</summary>
    MayJoin,
    Live,
    HasReplay,

    /// <summary>Ended, its replay is being prepared.</summary>
    ReplaySoon,
    Ended,
    Cancelled,
}
