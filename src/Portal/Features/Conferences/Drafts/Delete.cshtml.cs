using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Drafts;

/// <summary>Asks once before a draft is thrown away. Exists for those who run it, while it is a draft.</summary>
public sealed class DeleteModel(ConferenceFinder finder, DraftDesk desk, IStringLocalizer<PlanningText> text) : PageModel
{
    public ConferenceSight Sight { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || !await desk.DeleteAsync(Sight, cancellationToken))
            return NotFound();
        TempData.Say(text["Deleted", Sight.Conference.Title]);
        return Redirect($"/groupes/{Sight.Conference.Group.Slug}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true, Conference.State: ConferenceState.Draft } sight)
            return false;
        Sight = sight;
        return true;
    }
}
