using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Conferences;

/// <summary>What the pages that schedule and edit share: the form, what it offers, and its refusals in words.</summary>
public abstract class ConferenceFormPage(IStringLocalizer<ConferencesText> text) : PageModel
{
    [BindProperty]
    public ConferenceForm Input { get; set; } = new();

    public IReadOnlyList<TrainerChoice> Choices { get; protected set; } = [];

    /// <summary>The local time comes twice that night: which one is asked.</summary>
    public bool AsksFold { get; private set; }

    protected HashSet<int> Eligible => [.. Choices.Select(c => c.MemberId)];

    protected void Refuse(IEnumerable<(string Field, ConferenceFormRefusal Refusal)> refusals)
    {
        foreach (var (field, refusal) in refusals)
            Refuse(field, refusal);
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
