using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Conferences;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Groups;

/// <summary>One group: what it is for, what comes, what can be watched again; joining and leaving it.</summary>
public sealed class ShowModel(
    GroupFinder groups, GroupDesk desk, GroupWords words, ConferenceCatalog conferences, TrainingDb db, IStringLocalizer<GroupsText> text) : PageModel
{
    public GroupSight Sight { get; private set; } = null!;

    public int Members { get; private set; }

    public IReadOnlyList<ConferenceCard> Coming { get; private set; } = [];

    public IReadOnlyList<ConferenceCard> Replays { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        var scope = new CatalogScope(sight.Reader, User.Zone(), sight.Group.Id);
        Members = await db.GroupMemberships.CountAsync(m => m.GroupId == sight.Group.Id, cancellationToken);
        Coming = [.. await conferences.NowAsync(scope, cancellationToken), .. await conferences.ComingAsync(scope, cancellationToken)];
        Replays = await conferences.PastAsync(scope, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostJoinAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        await desk.JoinAsync(sight, cancellationToken);
        TempData.Say(text["Joined", sight.Group.Name]);
        return Redirect($"/groupes/{slug}");
    }

    public async Task<IActionResult> OnPostLeaveAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        if (await desk.LeaveAsync(sight, cancellationToken) is { } refusal)
            TempData.Warn(words.Refusal(refusal));
        else
            TempData.Say(text["Left", sight.Group.Name]);
        return Redirect($"/groupes/{slug}");
    }
}
