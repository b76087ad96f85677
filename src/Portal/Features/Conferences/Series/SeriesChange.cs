using Training.Portal.Features.Conferences.Rehearsals;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>
/// What an edit of one conference changes, to be done to others of its series. What it leaves as it was stays in each as it is there; one that was
/// moved by itself keeps its own time.
/// </summary>
public sealed record SeriesChange(ConferencePlan Before, ConferencePlan After, TimeZoneInfo Zone)
{
    public bool Moves => Before.StartsAt != After.StartsAt;

    /// <summary>How many days later, on the wall calendar.</summary>
    public int Days => Local(After).Date.Subtract(Local(Before).Date).Days;

    /// <summary>The new hour, on the wall clock.</summary>
    public TimeOnly Time => TimeOnly.FromDateTime(Local(After));

    /// <summary>What the conference becomes; its questions are <see cref="SeriesQuestions"/>.</summary>
    public ConferencePlan Of(Conference other)
    {
        var now = ConferencePlan.Of(other);
        var start = Start(other);
        var lasting = Lasting(Before) == Lasting(After) ? Lasting(now) : Lasting(After);
        var lead = Lead(Before) == Lead(After) ? Lead(now) : Lead(After);
        return now with
        {
            Title = Pick(now, p => p.Title),
            Programme = Pick(now, p => p.Programme),
            Capacity = Pick(now, p => p.Capacity),
            StartsAt = start,
            EndsAt = start + lasting,
            Trainers = Before.Trainers.ToHashSet().SetEquals(After.Trainers) ? now.Trainers : After.Trainers,
            CoHosts = Before.CoHosts.ToHashSet().SetEquals(After.CoHosts) ? now.CoHosts : After.CoHosts,
            Rehearsal = Rehearsal(now, start),
            Draft = now.Draft && After.Draft,
            Content = Pick(now, p => p.Content),
            Audience = Pick(now, p => p.Audience),
            Admission = new ConferenceAdmission(Pick(now, p => p.Admission.Waitlist), Pick(now, p => p.Admission.Approval), start - lead),
        };
    }

    /// <summary>Moves with the others, unless it went its own way.</summary>
    public bool Carries(Conference other) => Moves && !other.Undated && !SeriesMembers.IsMovedAway(other, Zone);

    private DateTimeOffset Start(Conference other) =>
        Carries(other) ? LocalTime.Resolve(other.SeriesDate!.Value.AddDays(Days), Time, Zone).Instant : other.StartsAt;

    /// <summary>As far before the start as in the edit when it changed there, else as before here.</summary>
    private RehearsalPlan? Rehearsal(ConferencePlan now, DateTimeOffset start)
    {
        var changed = Leads(Before) != Leads(After);
        return changed ? After.Rehearsal?.After(start - After.StartsAt) : now.Rehearsal?.After(start - now.StartsAt);
    }

    private static (TimeSpan?, TimeSpan?) Leads(ConferencePlan plan) => (plan.StartsAt - plan.Rehearsal?.From, plan.StartsAt - plan.Rehearsal?.Until);

    private T Pick<T>(ConferencePlan now, Func<ConferencePlan, T> of) => Equals(of(Before), of(After)) ? of(now) : of(After);

    private DateTime Local(ConferencePlan plan) => TimeZoneInfo.ConvertTime(plan.StartsAt, Zone).DateTime;

    private static TimeSpan Lasting(ConferencePlan plan) => plan.EndsAt - plan.StartsAt;

    /// <summary>How long before the start registration closes.</summary>
    private static TimeSpan? Lead(ConferencePlan plan) => plan.StartsAt - plan.Admission.ClosesAt;
}
