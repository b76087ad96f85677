using System.Globalization;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Conferences.Contents;
using Training.Portal.Features.Conferences.Rehearsals;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences;

/// <summary>What a trainer types, as typed: it comes back unchanged after a refusal. Nothing else is read from the request.</summary>
public sealed class ConferenceForm
{
    public string? Title { get; set; }
    public string? Programme { get; set; }

    /// <summary>A local day, <c>2026-11-26</c> or <c>26/11/2026</c>.</summary>
    public string? Date { get; set; }

    /// <summary>A local time, <c>10:00</c>.</summary>
    public string? Time { get; set; }

    /// <summary>Asked only when the local time comes twice.</summary>
    public Fold? Fold { get; set; }

    /// <summary>Minutes.</summary>
    public string? Duration { get; set; }

    public string? Capacity { get; set; }

    /// <summary>Members picked as trainers.</summary>
    public List<int> Trainers { get; set; } = [];

    /// <summary>Addresses of those from elsewhere who run it too, one a line.</summary>
    public string? CoHosts { get; set; }

    public RehearsalForm Rehearsal { get; set; } = new();

    public bool Waitlist { get; set; }

    public bool Approval { get; set; }

    /// <summary>Last day and time to register, as typed like <see cref="Date"/> and <see cref="Time"/>; both blank for no deadline.</summary>
    public string? ClosesDate { get; set; }

    public string? ClosesTime { get; set; }

    /// <summary>What is asked of who registers; blank ones are none.</summary>
    public List<QuestionForm> Questions { get; set; } = [];

    public ContentForm Content { get; set; } = new();

    public AudienceForm Audience { get; set; } = new();

    /// <summary>How it repeats: asked of a new one alone.</summary>
    public SeriesForm Series { get; set; } = new();

    /// <summary>Of a conference of a series: how far the edit goes.</summary>
    public SeriesScope Scope { get; set; }

    /// <summary>The button pressed: kept as a draft, whose day and trainers may still be missing.</summary>
    public bool Draft { get; set; }

    /// <summary>The conference's revision this form was filled from.</summary>
    public int Revision { get; set; }

    /// <summary>Drawn once per form: sending it twice schedules once.</summary>
    public Guid Key { get; set; }

    public static ConferenceForm Of(Conference conference, IEnumerable<ConferenceQuestion> questions, TimeZoneInfo zone)
    {
        (string? day, string? hour) = conference.Undated ? default : TypedTime.Of(conference.StartsAt, zone);
        (string? closesDay, string? closesHour) = conference.RegistrationClosesAt is { } closes ? TypedTime.Of(closes, zone) : default;
        return new ConferenceForm
        {
            Title = conference.Title,
            Programme = conference.Programme,
            Date = day,
            Time = hour,
            Fold = LocalTime.FoldOf(conference.StartsAt, zone),
            Duration = ((int)(conference.EndsAt - conference.StartsAt).TotalMinutes).ToString(CultureInfo.InvariantCulture),
            Capacity = conference.Capacity.ToString(CultureInfo.InvariantCulture),
            Trainers = [.. conference.Trainers.Where(t => !t.CoHost).Select(t => t.MemberId)],
            CoHosts = string.Join('\n', conference.Trainers.Where(t => t.CoHost).Select(t => t.Member.Address)),
            Rehearsal = RehearsalForm.Of(RehearsalPlan.Of(conference), zone),
            Waitlist = conference.Waitlist,
            Approval = conference.Approval,
            ClosesDate = closesDay,
            ClosesTime = closesHour,
            Questions = [.. questions.Select(QuestionForm.Of)],
            Content = ContentForm.Of(ConferenceContent.Of(conference)),
            Audience = AudienceForm.Of(conference),
            Revision = conference.Revision,
        };
    }
}
