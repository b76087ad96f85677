using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Groups;

/// <summary>Who is in the group, and in which role. Addresses are never shown.</summary>
public sealed class MembersModel(
    GroupFinder groups, GroupDesk desk, GroupWords words, TrainingDb db, IStringLocalizer<GroupsText> text) : PageModel
{
    public sealed record Line(int MemberId, string Name, string Collectivite, GroupRole Role);

    public GroupSight Sight { get; private set; } = null!;

    public IReadOnlyList<Line> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        Members = [.. (await LinesAsync(sight.Group.Id, cancellationToken)).OrderByDescending(l => l.Role).ThenBy(l => l.Name, StringComparer.CurrentCulture)];
        return Page();
    }

    public async Task<IActionResult> OnPostRoleAsync(string slug, int member, GroupRole role, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        if (!ModelState.IsValid || !Enum.IsDefined(role))
            return BadRequest();
        if (await desk.NameAsync(sight, member, role, cancellationToken) is { } refusal)
            TempData.Warn(words.Refusal(refusal));
        else
            TempData.Say(text["RoleChanged", await db.Members.Where(m => m.Id == member).Select(m => m.Name).SingleAsync(cancellationToken), words.Role(role)]);
        return Redirect($"/groupes/{slug}/membres");
    }

    private Task<List<Line>> LinesAsync(int groupId, CancellationToken cancellationToken) =>
        db.GroupMemberships.Where(m => m.GroupId == groupId)
            .Select(m => new Line(m.MemberId, m.Member.Name, m.Member.Collectivite.Name, m.Role)).ToListAsync(cancellationToken);
}
