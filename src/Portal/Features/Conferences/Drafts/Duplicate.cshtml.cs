using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Groups;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Drafts;

/// <summary>The button that copies a conference, for those who schedule in its group; leads to the draft's form.</summary>
public sealed class DuplicateModel(ConferenceFinder finder, DuplicateDesk desk, IStringLocalizer<PlanningText> text) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/conferences/{id}");

    public async Task<IActionResult> OnPostAsync(int id, Guid key, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { } sight || !GroupAccess.MaySchedule(sight.Role))
            return NotFound();
        var draft = await desk.CopyAsync(sight, key, cancellationToken);
        TempData.Say(text["Duplicated"]);
        return Redirect($"/conferences/{draft}/modifier");
    }
}
