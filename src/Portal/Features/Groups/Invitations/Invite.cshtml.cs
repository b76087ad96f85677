using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Groups.Invitations;

/// <summary>For animators: invite by link or by address, see who was invited, take back. For everyone else the page does not exist.</summary>
public sealed class InviteModel(
    GroupFinder groups, InvitationDesk desk, InvitationTokens tokens, TrainingDb db, TimeProvider clock, IStringLocalizer<GroupsText> text) : PageModel
{
    private const int Shown = 500;

    [BindProperty]
    public InviteForm Input { get; set; } = new();

    public GroupSight Sight { get; private set; } = null!;

    /// <summary>Lines of the list just sent that were no address: left in the form, to be mended.</summary>
    public IReadOnlyList<AddressList.Line> Rejected { get; private set; } = [];

    public IReadOnlyList<GroupInvitation> Links { get; private set; } = [];

    public IReadOnlyList<GroupInvitation> Addressed { get; private set; } = [];

    public string AddressOf(GroupInvitation link) => tokens.AddressOf(link.Id);

    public Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        WithSightAsync(slug, () => ShowAsync(cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostLinkAsync(string slug, CancellationToken cancellationToken) => WithSightAsync(slug, async () =>
    {
        if (InvitationRule.Validities.Contains(Input.Days) && await desk.LinkAsync(Sight, Input.Days, cancellationToken) is not null)
            TempData.Say(text["LinkMade"]);
        return Redirect($"/groupes/{slug}/invitations");
    }, cancellationToken);

    public Task<IActionResult> OnPostRevokeAsync(string slug, Guid invitation, CancellationToken cancellationToken) => WithSightAsync(slug, async () =>
    {
        await desk.RevokeAsync(Sight, invitation, cancellationToken);
        TempData.Say(text["Revoked"]);
        return Redirect($"/groupes/{slug}/invitations");
    }, cancellationToken);

    public Task<IActionResult> OnPostAddressesAsync(string slug, CancellationToken cancellationToken) => WithSightAsync(slug, async () =>
    {
        ModelState.Clear(); // The reading below says it in our words.
        var reading = await InviteReading.OfAsync(Input, cancellationToken);
        Rejected = reading.List.Rejected;
        if (reading.Wrong is { } wrong)
            return await RefusedAsync(wrong.Field, wrong.Refusal, cancellationToken);
        if (await desk.InviteAsync(Sight, reading.List.Addresses, Input.Days, cancellationToken) is not { } report)
            return await RefusedAsync(nameof(Input.Addresses), InviteRefusal.TooManyToday, cancellationToken);
        TempData.Say(text["InvitedReport", report.Sent, report.Inside, report.Waiting]);
        if (Rejected.Count == 0)
            return Redirect($"/groupes/{slug}/invitations");
        Input.Addresses = string.Join('\n', Rejected.Select(r => r.Text).Distinct());
        return await ShowAsync(cancellationToken);
    }, cancellationToken);

    private async Task<IActionResult> WithSightAsync(string slug, Func<Task<IActionResult>> work, CancellationToken cancellationToken)
    {
        if (await groups.FindAnimatedAsync(slug, User.Reader(), cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        return await work();
    }

    private Task<IActionResult> RefusedAsync(string field, InviteRefusal refusal, CancellationToken cancellationToken)
    {
        ModelState.AddModelError($"{nameof(Input)}.{field}", text[$"Invite_{refusal}"]);
        return ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await db.GroupInvitations.AsNoTracking()
            .Where(i => i.GroupId == Sight.Group.Id && i.RevokedAt == null && i.AcceptedAt == null && i.ExpiresAt > now)
            .OrderByDescending(i => i.CreatedAt).ThenBy(i => i.Address).Take(Shown).ToListAsync(cancellationToken);
        Links = open.FindAll(i => i.Address is null);
        Addressed = open.FindAll(i => i.Address is not null);
        return Page();
    }
}
