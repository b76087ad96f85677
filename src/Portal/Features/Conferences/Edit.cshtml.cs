using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Registrations.Questions;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences;

/// <summary>Whoever runs the conference changes it, alone or with others of its series. For everyone else the page does not exist.</summary>
public sealed class EditModel(
    ConferenceFinder finder, ConferenceDesk desk, SeriesEditDesk series, TrainerChoices trainers, QuestionDesk questions, EditTold told,
    ConferencePlanReading reading, IStringLocalizer<ConferencesText> text)
    : ConferenceFormPage(reading, text)
{
    public ConferenceSight Sight { get; private set; } = null!;

    /// <summary>What another editor saved meanwhile, to compare with.</summary>
    public Conference? Newer { get; private set; }

    /// <summary>A series' hours are those of its own zone, whoever edits.</summary>
    public TimeZoneInfo Zone => Sight.Conference.Series?.Zone ?? User.Zone();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Input = ConferenceForm.Of(Sight.Conference, await questions.AskedAsync(id, cancellationToken), Zone);
        return Form();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (await ReadAsync(Zone, cancellationToken) is not { } plan || !ModelState.IsValid)
            return Form();
        var edit = await ChangeAsync(plan, cancellationToken);
        if (!edit.Edit.Saved)
            return Refused(edit);
        told.Tell(TempData, Sight.Conference, edit);
        return Redirect($"/conferences/{id}");
    }

    private async Task<SeriesEdit> ChangeAsync(ConferencePlan plan, CancellationToken cancellationToken) =>
        Sight.Conference.SeriesId is null || Input.Scope == SeriesScope.One
            ? new SeriesEdit(await desk.ChangeAsync(Sight, plan, Input.Revision, Eligible, cancellationToken))
            : await series.ChangeAsync(Sight, plan, Input.Scope, Input.Revision, Eligible, cancellationToken);

    /// <summary>What was typed stays; saving again after a comparison overwrites knowingly.</summary>
    private PageResult Refused(SeriesEdit edit)
    {
        if (edit.Refused is { } other)
            ModelState.AddModelError("", told.Refusal(other, edit.Edit.Wrong[0].Refusal, Zone));
        else
            Refuse(edit.Edit.Wrong);
        if (edit.Edit.Refusal is { } refusal)
            Refuse(refusal);
        if (edit.Edit.Refusal == ConferenceRefusal.ChangedMeanwhile)
            (Newer, Input.Revision) = (edit.Edit.Current, edit.Edit.Current.Revision);
        return Form();
    }

    private PageResult Form()
    {
        OfferMore();
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
