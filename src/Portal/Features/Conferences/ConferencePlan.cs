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

    public ConferenceAdmission Admission { get; init; } = new(Waitlist: true, Approval: false, ClosesAt: null);

    /// <summary>Questions to add, change or retire; those not named stay.</summary>
    public IReadOnlyList<QuestionPlan> Questions { get; init; } = [];
}

/// <summary>How seats are had.</summary>
/// <param name="Waitlist">Freed seats are offered in order of arrival.</param>
/// <param name="Approval">A trainer decides.</param>
/// <param name="ClosesAt">Nobody new registers from then on; null for never.</param>
public sealed record ConferenceAdmission(bool Waitlist, bool Approval, DateTimeOffset? ClosesAt);
