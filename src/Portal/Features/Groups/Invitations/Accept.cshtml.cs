using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Groups.Invitations;

/// <summary>Where an invitation leads. Nothing of the group is told to whom it does not let in.</summary>
public sealed class AcceptModel(InvitationDoor door, IStringLocalizer<GroupsText> text) : PageModel
{
    public InvitationSight Sight { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (await door.FindAsync(token, User.Reader()!, cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        return sight.Member ? Redirect($"/groupes/{sight.Invitation.Group.Slug}") : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (await door.EnterAsync(token, User.Reader()!, cancellationToken) is not { } sight)
            return NotFound();
        Sight = sight;
        if (sight is { Member: false, Refusal: not null })
            return Page();
        TempData.Say(text["Joined", sight.Invitation.Group.Name]);
        return Redirect($"/groupes/{sight.Invitation.Group.Slug}");
    }
}
