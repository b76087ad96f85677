using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences.Series;

/// <summary>What an edit does to one conference's questions, done to those of another that say the same.</summary>
public static class SeriesQuestions
{
    /// <param name="plans">Of the edited conference.</param>
    /// <param name="before">Its questions before the edit.</param>
    /// <param name="others">The other conference's.</param>
    public static IReadOnlyList<QuestionPlan> For(
        IReadOnlyList<QuestionPlan> plans, IReadOnlyList<ConferenceQuestion> before, IReadOnlyList<ConferenceQuestion> others) =>
        [.. plans.Select(plan => For(plan, before.FirstOrDefault(q => q.Id == plan.Id), others)).OfType<QuestionPlan>()];

    private static QuestionPlan? For(QuestionPlan plan, ConferenceQuestion? before, IReadOnlyList<ConferenceQuestion> others)
    {
        if (before is null)
            return plan.Id is not null || plan.Remove || others.Any(plan.SaysAs) ? null : plan;
        if (!plan.Remove && plan.SaysAs(before) && plan.Required == before.Required)
            return null;
        return others.FirstOrDefault(QuestionPlan.Copy(before).SaysAs) is { } same ? plan with { Id = same.Id } : null;
    }
}
