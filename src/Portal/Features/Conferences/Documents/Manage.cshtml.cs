using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Attachments;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Documents;

/// <summary>Documents of a conference, for those who run it. For everyone else the page does not exist.</summary>
[RequestSizeLimit(MostRequestBytes)]
public sealed class ManageModel(ConferenceFinder finder, DocumentDesk desk, AttachmentWords words, IStringLocalizer<PlanningText> text) : PageModel
{
    /// <summary>Five files of ten megabytes and the form around them.</summary>
    private const long MostRequestBytes = (5 * (long)AttachmentRule.MostBytes) + (1024 * 1024);

    public ConferenceSight Sight { get; private set; } = null!;

    public IReadOnlyList<ConferenceDocument> Documents { get; private set; } = [];

    [BindProperty]
    public DocumentMoment Moment { get; set; }

    [BindProperty]
    public SeriesScope Scope { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        Moment = Sight.Conference.State == ConferenceState.Ended ? DocumentMoment.After : DocumentMoment.Before;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, List<IFormFile> files, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var added = await desk.AddAsync(Sight, Scope, Moment, files, cancellationToken);
        if (added.Refusal is { } refusal)
        {
            ModelState.AddModelError("Files", $"{added.Wrong} {words.Refusal(refusal, DocumentRule.Most)}".Trim());
            Documents = await desk.OfAsync(id, cancellationToken);
            return Page();
        }

        TempData.Say(added.Taken == 1 ? text["DocumentAdded"] : text["DocumentsAdded", added.Taken]);
        return Redirect($"/conferences/{id}/documents");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, long document, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !await desk.RemoveAsync(Sight, document, cancellationToken))
            return NotFound();
        TempData.Say(text["DocumentRemoved"]);
        return Redirect($"/conferences/{id}/documents");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true } sight)
            return false;
        Sight = sight;
        Documents = await desk.OfAsync(id, cancellationToken);
        return true;
    }
}
