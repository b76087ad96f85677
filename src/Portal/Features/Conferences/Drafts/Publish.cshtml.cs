using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Drafts;

/// <summary>The button of a draft's page. For whoever does not run the conference it does not exist.</summary>
public sealed class PublishModel(ConferenceFinder finder, DraftDesk desk, IStringLocalizer<PlanningText> text) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/conferences/{id}");

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true } sight)
            return NotFound();
        if (await desk.PublishAsync(sight, cancellationToken) is { } refusal)
            TempData.Warn(text[$"Draft_{refusal}"]);
        else
            TempData.Say(text["Published", sight.Conference.Title]);
        return Redirect($"/conferences/{id}");
    }
}
