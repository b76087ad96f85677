using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Conferences.Contents;
using Training.Portal.Features.Conferences.Rehearsals;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences;

/// <summary>What a form asks for, read: fit to be scheduled. Times in UTC.</summary>
public sealed record ConferencePlan(
    string Title, string Programme, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Capacity, IReadOnlyList<int> Trainers)
{
    /// <summary>Where a draft stands whose day is not chosen yet.</summary>
    public static readonly DateTimeOffset Someday = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>To be kept as a draft; else it is published.</summary>
    public bool Draft { get; init; }

    /// <summary>The day is not chosen yet: for a draft alone.</summary>
    public bool Undated { get; init; }

    /// <summary>Members from elsewhere who run it too.</summary>
    public IReadOnlyList<int> CoHosts { get; init; } = [];

    public RehearsalPlan? Rehearsal { get; init; }

    public ConferenceContent Content { get; init; } = ConferenceContent.None;

    public AudiencePlan Audience { get; init; } = AudiencePlan.Everyone;

    public ConferenceAdmission Admission { get; init; } = new(Waitlist: true, Approval: false, ClosesAt: null);

    /// <summary>Questions to add, change or retire; those not named stay.</summary>
    public IReadOnlyList<QuestionPlan> Questions { get; init; } = [];

    /// <summary>The plan that leaves the conference as it is.</summary>
    public static ConferencePlan Of(Conference conference) => new(
        conference.Title, conference.Programme, conference.StartsAt, conference.EndsAt, conference.Capacity,
        [.. conference.Trainers.Where(t => !t.CoHost).Select(t => t.MemberId)])
    {
        Draft = conference.State == ConferenceState.Draft,
        Undated = conference.Undated,
        CoHosts = [.. conference.Trainers.Where(t => t.CoHost).Select(t => t.MemberId)],
        Rehearsal = RehearsalPlan.Of(conference),
        Content = ConferenceContent.Of(conference),
        Audience = AudiencePlan.Of(conference),
        Admission = new ConferenceAdmission(conference.Waitlist, conference.Approval, conference.RegistrationClosesAt),
    };

    /// <summary>The same at another time: what hangs on the start follows it.</summary>
    public ConferencePlan At(DateTimeOffset start) => this with
    {
        StartsAt = start,
        EndsAt = start + (EndsAt - StartsAt),
        Rehearsal = Rehearsal?.After(start - StartsAt),
        Admission = Admission with { ClosesAt = Admission.ClosesAt + (start - StartsAt) },
    };
}

/// <summary>How seats are had.</summary>
/// <param name="Waitlist">Freed seats are offered in order of arrival.</param>
/// <param name="Approval">A trainer decides.</param>
/// <param name="ClosesAt">Nobody new registers from then on; null for never.</param>
public sealed record ConferenceAdmission(bool Waitlist, bool Approval, DateTimeOffset? ClosesAt);
