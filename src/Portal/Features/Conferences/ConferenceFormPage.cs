using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences;

/// <summary>What the pages that schedule and edit share: the form, what it offers, and its refusals in words.</summary>
public abstract class ConferenceFormPage(IStringLocalizer<ConferencesText> text, IStringLocalizer<RegistrationsText> registration) : PageModel
{
    /// <summary>Blank questions a form offers beside those there are: without script, more come by saving.</summary>
    private const int BlankQuestions = 3;

    [BindProperty]
    public ConferenceForm Input { get; set; } = new();

    public IReadOnlyList<TrainerChoice> Choices { get; protected set; } = [];

    /// <summary>Something is wrong with a field of that part of the form: it is shown unfolded.</summary>
    public bool IsWrong(string part) => ModelState.Any(e => e.Value?.Errors.Count > 0 && e.Key.StartsWith($"{nameof(Input)}.{part}", StringComparison.Ordinal));

    /// <summary>The local time comes twice that night: which one is asked.</summary>
    public bool AsksFold { get; private set; }

    protected HashSet<int> Eligible => [.. Choices.Select(c => c.MemberId)];

    protected void Refuse(IEnumerable<(string Field, ConferenceFormRefusal Refusal)> refusals)
    {
        foreach (var (field, refusal) in refusals)
            Refuse(field, refusal);
    }

    /// <summary>The whole plan, or null with every refusal at its field.</summary>
    protected ConferencePlan? Read(TimeZoneInfo zone)
    {
        var (reading, questions) = (ConferenceFormReading.Of(Input, zone), QuestionReading.Of(Input.Questions));
        Refuse(reading.Refusals);
        foreach (var (index, field, refusal) in questions.Refusals)
            ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.Questions)}[{index}].{field}", registration[$"Question_{refusal}"]);
        return reading.Plan is { } plan ? plan with { Questions = questions.Plans } : null;
    }

    /// <summary>Room for more questions, on a form about to be shown.</summary>
    protected void OfferQuestions()
    {
        while (Input.Questions.Count(q => q.Id is null && string.IsNullOrWhiteSpace(q.Label)) < BlankQuestions)
            Input.Questions.Add(new QuestionForm());
    }

    protected void Refuse(ConferenceRefusal refusal) => ModelState.AddModelError("", text[$"Change_{refusal}"]);

    /// <summary>One sentence per field: ours instead of the binder's when both have something to say.</summary>
    private void Refuse(string field, ConferenceFormRefusal refusal)
    {
        AsksFold |= refusal == ConferenceFormRefusal.TimeAmbiguous;
        var key = $"{nameof(Input)}.{field}";
        ModelState[key]?.Errors.Clear();
        ModelState.AddModelError(key, text[$"Form_{refusal}"]);
    }
}
