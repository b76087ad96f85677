using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Registrations.Questions;

namespace Training.Portal.Features.Conferences;

/// <summary>What the pages that schedule and edit share: the form, what it offers, and its refusals in words.</summary>
public abstract class ConferenceFormPage(ConferencePlanReading reading, IStringLocalizer<ConferencesText> text) : PageModel
{
    /// <summary>Blank questions a form offers beside those there are: without script, more come by saving.</summary>
    private const int BlankQuestions = 3;

    [BindProperty]
    public ConferenceForm Input { get; set; } = new();

    public IReadOnlyList<TrainerChoice> Choices { get; protected set; } = [];

    /// <summary>The local time comes twice that night: which one is asked.</summary>
    public bool AsksFold { get; private set; }

    protected HashSet<int> Eligible => [.. Choices.Select(c => c.MemberId)];

    /// <summary>Something is wrong with a field of that part of the form: it is shown unfolded.</summary>
    public bool IsWrong(params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (ModelState.Any(e => e.Value?.Errors.Count > 0 && e.Key.StartsWith($"{nameof(Input)}.{part}", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    protected void Refuse(IEnumerable<(string Field, ConferenceFormRefusal Refusal)> refusals) => reading.Refuse(refusals, ModelState);

    protected void Refuse(ConferenceRefusal refusal) => ModelState.AddModelError("", text[$"Change_{refusal}"]);

    /// <summary>The whole plan, or null with every refusal at its field.</summary>
    protected async Task<ConferencePlan?> ReadAsync(TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        AsksFold = ConferenceFormReading.Of(Input, zone).Refusals.Any(r => r.Refusal == ConferenceFormRefusal.TimeAmbiguous);
        return await reading.ReadAsync(Input, zone, ModelState, cancellationToken);
    }

    /// <summary>Room for more, on a form about to be shown.</summary>
    protected void OfferMore()
    {
        Input.Content.Offer();
        while (Input.Questions.Count(q => q.Id is null && string.IsNullOrWhiteSpace(q.Label)) < BlankQuestions)
            Input.Questions.Add(new QuestionForm());
    }
}
