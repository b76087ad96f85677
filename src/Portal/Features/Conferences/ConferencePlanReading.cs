using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Conferences.Contents;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences;

/// <summary>Reads a whole form, part by part: one plan, or every refusal in words at its field.</summary>
public sealed class ConferencePlanReading(
    AudienceReading audiences, IStringLocalizer<ConferencesText> text, IStringLocalizer<RegistrationsText> registration, IStringLocalizer<PlanningText> planning)
{
    private const string Form = "Input";

    /// <returns>Null when anything is refused.</returns>
    public async Task<ConferencePlan?> ReadAsync(ConferenceForm input, TimeZoneInfo zone, ModelStateDictionary state, CancellationToken cancellationToken = default)
    {
        var reading = ConferenceFormReading.Of(input, zone);
        Refuse(reading.Refusals, state);
        var content = ContentReading.Of(input.Content);
        foreach (var (field, refusal) in content.Refusals)
            state.AddModelError($"{Form}.{nameof(input.Content)}.{field}", planning[$"Content_{refusal}"]);
        var (audience, why, line) = await audiences.ReadAsync(input.Audience, cancellationToken);
        if (why is not null)
            state.AddModelError($"{Form}.{nameof(input.Audience)}.{nameof(AudienceForm.Collectivites)}", planning[$"Audience_{why}", line]);
        var questions = QuestionReading.Of(input.Questions);
        foreach (var (index, field, refusal) in questions.Refusals)
            state.AddModelError($"{Form}.{nameof(input.Questions)}[{index}].{field}", registration[$"Question_{refusal}"]);
        return reading.Plan is { } plan && audience is not null && state.IsValid
            ? plan with { Content = content.Content, Audience = audience, Questions = questions.Plans }
            : null;
    }

    /// <summary>One sentence per field: ours instead of the binder's when both have something to say.</summary>
    public void Refuse(IEnumerable<(string Field, ConferenceFormRefusal Refusal)> refusals, ModelStateDictionary state)
    {
        foreach (var (field, refusal) in refusals)
        {
            state[$"{Form}.{field}"]?.Errors.Clear();
            state.AddModelError($"{Form}.{field}", text[$"Form_{refusal}"]);
        }
    }
}
