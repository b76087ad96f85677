using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Groups.Requests;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Groups;

/// <summary>Who is in the group, and in which role; for animators, who asks to be. Addresses are never shown.</summary>
public sealed class MembersModel(
    GroupFinder groups, GroupMembers members, GroupDesk desk, JoinRequestDesk requests, GroupWords words, TrainingDb db, IStringLocalizer<GroupsText> text) : PageModel
{
    private const int PerPage = 100;

    public sealed record Asking(int RequestId, string Name, string Collectivite, string Message, DateTimeOffset AskedAt);

    public GroupSight Sight { get; private set; } = null!;

    public IReadOnlyList<MemberLine> Members { get; private set; } = [];

    /// <summary>All of them, on every page.</summary>
    public int Count { get; private set; }

    /// <summary>The last one shown, when others follow.</summary>
    public int? Next { get; private set; }

    public IReadOnlyList<Asking> Requests { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "apres")] int? after, CancellationToken cancellationToken)
    {
        if (await groups.FindInsideAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        Count = await db.GroupMemberships.CountAsync(m => m.GroupId == sight.Group.Id, cancellationToken);
        var found = await members.AfterAsync(sight.Group.Id, after, PerPage + 1, cancellationToken);
        (Members, Next) = ([.. found.Take(PerPage)], found.Count > PerPage ? found[PerPage - 1].MemberId : null);
        if (sight.Animates)
            Requests = await RequestsAsync(sight.Group.Id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRoleAsync(string slug, int member, GroupRole role, CancellationToken cancellationToken)
    {
        if (await groups.FindInsideAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        if (!ModelState.IsValid || !Enum.IsDefined(role))
            return BadRequest();
        var refusal = await desk.NameAsync(sight, member, role, cancellationToken);
        return Told(slug, refusal, refusal is null ? text["RoleChanged", await NameAsync(member, cancellationToken), words.Role(role)] : "");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, int member, CancellationToken cancellationToken)
    {
        if (await groups.FindInsideAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        var refusal = await desk.RemoveAsync(sight, member, cancellationToken);
        return Told(slug, refusal, refusal is null ? text["Removed", await NameAsync(member, cancellationToken)] : "");
    }

    public async Task<IActionResult> OnPostAnswerAsync(string slug, int request, bool accept, CancellationToken cancellationToken)
    {
        if (await groups.FindAnimatedAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        return Told(slug, await requests.AnswerAsync(sight, request, accept, cancellationToken), accept ? text["AnswerAccepted"] : text["AnswerRefused"]);
    }

    private RedirectResult Told(string slug, GroupRefusal? refusal, string done)
    {
        if (refusal is { } why)
            TempData.Warn(words.Refusal(why));
        else
            TempData.Say(done);
        return Redirect($"/groupes/{slug}/membres");
    }

    private Task<string> NameAsync(int member, CancellationToken cancellationToken) =>
        db.Members.Where(m => m.Id == member).Select(m => m.Name).SingleAsync(cancellationToken);

    private Task<List<Asking>> RequestsAsync(int groupId, CancellationToken cancellationToken) =>
        db.JoinRequests.Where(r => r.GroupId == groupId && r.AnsweredAt == null).OrderBy(r => r.AskedAt)
            .Select(r => new Asking(r.Id, r.Member.Name, r.Member.Collectivite.Name, r.Message, r.AskedAt)).ToListAsync(cancellationToken);
}
