using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Conferences.Contents;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Conferences;

/// <summary>One live session (e-RT), always linked to a group.</summary>
public sealed class Conference
{
    public int Id { get; set; }
    public int GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public required string Title { get; set; }

    /// <summary>Markdown, sanitised when shown.</summary>
    public string Programme { get; set; } = "";

    public List<ConferencePart> Parts { get; set; } = [];

    /// <summary>Markdown, sanitised when shown.</summary>
    public string Prerequisites { get; set; } = "";

    /// <summary>One of <see cref="ConferenceLanguages"/>.</summary>
    public string Language { get; set; } = ConferenceLanguages.French;

    /// <summary>For whom it is of use; empty for all.</summary>
    public Trade[] Trades { get; set; } = [];

    public ConferenceAudience Audience { get; set; }

    /// <summary>Those it is for, when the audience says so.</summary>
    public List<ConferenceCollectivite> Collectivites { get; } = [];

    public DateTimeOffset StartsAt { get; set; }
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>A draft whose day is not chosen yet: its times mean nothing but how long it lasts (CHECK constraint: drafts alone).</summary>
    public bool Undated { get; set; }

    public int Capacity { get; set; }

    /// <summary>Seats had by active registrations or held for who was offered one; never above <see cref="Capacity"/> (CHECK constraint).</summary>
    public int SeatsTaken { get; set; }

    /// <summary>A full conference has a waiting list; freed seats are offered in its order.</summary>
    public bool Waitlist { get; set; } = true;

    /// <summary>How many wait. Kept with the list, under the row's lock.</summary>
    public int Waiting { get; set; }

    /// <summary>The last order of arrival drawn.</summary>
    public int Tickets { get; set; }

    /// <summary>A trainer decides who has a seat.</summary>
    public bool Approval { get; set; }

    /// <summary>Nobody new registers from then on.</summary>
    public DateTimeOffset? RegistrationClosesAt { get; set; }

    /// <summary>When those who run it may try the room among themselves; both or neither.</summary>
    public DateTimeOffset? RehearsesAt { get; set; }

    public DateTimeOffset? RehearsesUntil { get; set; }

    /// <summary>The series it belongs to, if any.</summary>
    public int? SeriesId { get; set; }

    public ConferenceSeries? Series { get; set; }

    /// <summary>Day and hour, in the series' zone, at which the series wants it. It may have been moved away by itself.</summary>
    public DateOnly? SeriesDate { get; set; }

    public TimeOnly? SeriesTime { get; set; }

    public ConferenceState State { get; set; }
    public int CreatedById { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public string? CancelReason { get; set; }

    /// <summary>Stable iCalendar UID.</summary>
    public required string CalendarUid { get; set; }

    /// <summary>iCalendar SEQUENCE: raised only by a change of time, title or cancellation.</summary>
    public int CalendarSequence { get; set; }

    /// <summary>Raised by each edit: who saves a form filled from an older one is told. Seats taken do not raise it.</summary>
    public int Revision { get; set; }

    public DateTimeOffset? WentLiveAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public List<ConferenceTrainer> Trainers { get; } = [];
}

public enum ConferenceState
{
    Planned,
    DoorsOpen,
    Live,
    Ended,
    Cancelled,

    /// <summary>Not published: known to those who write it alone (<see cref="ConferenceAccess"/>). Nothing happens to it by itself.</summary>
    Draft,
}
