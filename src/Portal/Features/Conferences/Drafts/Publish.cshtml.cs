using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Drafts;

/// <summary>The button of a draft's page. For whoever does not run the conference it does not exist.</summary>
public sealed class PublishModel(ConferenceFinder finder, DraftDesk desk, IStringLocalizer<PlanningText> text) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/conferences/{id}");

    public async Task<IActionResult> OnPostAsync(int id, SeriesScope scope, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true } sight)
            return NotFound();
        var (published, refusal) = await desk.PublishAsync(sight, scope, cancellationToken);
        if (refusal is { } why)
            TempData.Warn(text[$"Draft_{why}"]);
        else
            TempData.Say(published > 1 ? text["SeriesPublished", published] : text["Published", sight.Conference.Title]);
        return Redirect($"/conferences/{id}");
    }
}
