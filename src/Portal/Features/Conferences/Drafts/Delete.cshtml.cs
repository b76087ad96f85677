using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Conferences.Series;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Conferences.Drafts;

/// <summary>Asks once before a draft is thrown away. Exists for those who run it, while it is a draft.</summary>
public sealed class DeleteModel(ConferenceFinder finder, DraftDesk desk, IStringLocalizer<PlanningText> text) : PageModel
{
    public ConferenceSight Sight { get; private set; } = null!;

    [BindProperty]
    public SeriesScope Scope { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var gone = await desk.DeleteAsync(Sight, Scope, cancellationToken);
        if (gone == 0)
            return NotFound();
        TempData.Say(gone > 1 ? text["SeriesDeleted", gone] : text["Deleted", Sight.Conference.Title]);
        return Redirect(Sight.SeesGroup ? $"/groupes/{Sight.Conference.Group.Slug}" : "/conferences");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, User.Reader(), cancellationToken) is not { Trainer: true, Conference.State: ConferenceState.Draft } sight)
            return false;
        Sight = sight;
        return true;
    }
}
