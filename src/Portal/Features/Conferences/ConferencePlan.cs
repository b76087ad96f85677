using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences;

/// <summary>What a form asks for, read: fit to be scheduled. Times in UTC.</summary>
public sealed record ConferencePlan(
    string Title, string Programme, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Capacity, IReadOnlyList<int> Trainers)
{
    public ConferenceAdmission Admission { get; init; } = new(Waitlist: true, Approval: false, ClosesAt: null);

    /// <summary>Questions to add, change or retire; those not named stay.</summary>
    public IReadOnlyList<QuestionPlan> Questions { get; init; } = [];
}

/// <summary>How seats are had.</summary>
/// <param name="Waitlist">Freed seats are offered in order of arrival.</param>
/// <param name="Approval">A trainer decides.</param>
/// <param name="ClosesAt">Nobody new registers from then on; null for never.</param>
public sealed record ConferenceAdmission(bool Waitlist, bool Approval, DateTimeOffset? ClosesAt);
