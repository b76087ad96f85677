using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations;
using Training.Portal.Features.Registrations.Questions;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>A trainer of the conference, or an animator of its group, changes it. For everyone else the page does not exist.</summary>
public sealed class EditModel(
    ConferenceFinder finder, ConferenceDesk desk, TrainerChoices trainers, QuestionDesk questions, IStringLocalizer<ConferencesText> text,
    IStringLocalizer<RegistrationsText> registration, IStringLocalizer<PlanningText> planning)
    : ConferenceFormPage(text, registration)
{
    private readonly IStringLocalizer<ConferencesText> text = text;

    public ConferenceSight Sight { get; private set; } = null!;

    /// <summary>What another editor saved meanwhile, to compare with.</summary>
    public Conference? Newer { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Input = ConferenceForm.Of(Sight.Conference, await questions.AskedAsync(id, cancellationToken), User.Zone());
        return Form();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (Read(User.Zone()) is not { } plan || !ModelState.IsValid)
            return Form();
        var edit = await desk.ChangeAsync(Sight, plan, Input.Revision, Eligible, cancellationToken);
        if (!edit.Saved)
            return Refused(edit);
        TempData.Say(Told(edit));
        return Redirect($"/conferences/{id}");
    }

    private string Told(ConferenceEdit edit) => edit.Current.State == ConferenceState.Draft
        ? planning["DraftSaved", edit.Current.Title]
        : Sight.Conference.State == ConferenceState.Draft ? planning["Published", edit.Current.Title] : text[edit.Moved ? "SavedMoved" : "Saved"];

    /// <summary>What was typed stays; saving again after a comparison overwrites knowingly.</summary>
    private PageResult Refused(ConferenceEdit edit)
    {
        Refuse(edit.Wrong);
        if (edit.Refusal is { } refusal)
            Refuse(refusal);
        if (edit.Refusal == ConferenceRefusal.ChangedMeanwhile)
            (Newer, Input.Revision) = (edit.Current, edit.Current.Revision);
        return Form();
    }

    private PageResult Form()
    {
        OfferQuestions();
        return Page();
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true } sight)
            return false;
        Sight = sight;
        Choices = await trainers.OfAsync(sight.Conference.GroupId, id, cancellationToken);
        return true;
    }
}
