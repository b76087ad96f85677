using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Audiences;
using Training.Portal.Features.Conferences.CoHosts;
using Training.Portal.Features.Conferences.Contents;
using Training.Portal.Features.Conferences.Rehearsals;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences;

/// <summary>Reads a whole form, part by part: one plan, or every refusal in words at its field.</summary>
public sealed class ConferencePlanReading(
    AudienceReading audiences, CoHostReading coHosts, ConferenceMilestones milestones, IStringLocalizer<ConferencesText> text, IStringLocalizer<RegistrationsText> registration, IStringLocalizer<PlanningText> planning)
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
        var (hosts, unknown, address) = await coHosts.ReadAsync(input.CoHosts, cancellationToken);
        if (unknown is not null)
            state.AddModelError($"{Form}.{nameof(input.CoHosts)}", planning[$"CoHost_{unknown}", address]);
        var questions = QuestionReading.Of(input.Questions);
        foreach (var (index, field, refusal) in questions.Refusals)
            state.AddModelError($"{Form}.{nameof(input.Questions)}[{index}].{field}", registration[$"Question_{refusal}"]);
        if (reading.Plan is not { } plan || audience is null || hosts is null)
            return null;
        var rehearsal = Rehearsal(input, plan, zone, state);
        return state.IsValid ? plan with { Content = content.Content, Audience = audience, CoHosts = hosts, Rehearsal = rehearsal, Questions = questions.Plans } : null;
    }

    /// <summary>Without a day there is nothing to rehearse for yet.</summary>
    private RehearsalPlan? Rehearsal(ConferenceForm input, ConferencePlan plan, TimeZoneInfo zone, ModelStateDictionary state)
    {
        if (plan.Undated)
            return null;
        var (rehearsal, field, refusal) = RehearsalReading.Of(input.Rehearsal, zone, plan.StartsAt, milestones.Doors);
        if (refusal is { } why)
            state.AddModelError($"{Form}.{nameof(input.Rehearsal)}.{field}", planning[$"Rehearsal_{why}", milestones.Doors.TotalMinutes]);
        return rehearsal;
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
