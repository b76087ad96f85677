using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership;

namespace Training.Portal.Features.Live.JoinLinks;

/// <summary>
/// The personal link of the last reminder. Opening it signs nobody in, since mail gateways open links: it shows whose session would open and
/// for what, and a button. Whoever is signed in already goes straight to the room.
/// </summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class JoinModel(JoinDesk desk, SignInFlow flow) : PageModel
{
    /// <summary>Null when the link serves no more.</summary>
    public JoinSight? Found { get; private set; }

    /// <summary>Somebody else is signed in in this browser, and would no longer be.</summary>
    public bool OthersSession => User.Reader() is not null;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (desk.SeatOf(token) is not { } seat)
            return NotFound();
        Found = await desk.FindAsync(seat, cancellationToken);
        return Found is not null && User.Reader()?.MemberId == Found.Member.Id ? LocalRedirect(Found.Pass.Path) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (desk.SeatOf(token) is not { } seat)
            return NotFound();
        Found = await desk.FindAsync(seat, cancellationToken);
        if (Found is null)
            return Page();
        await flow.OpenRoomAsync(HttpContext, Found.Member, Found.Pass);
        return LocalRedirect(Found.Pass.Path);
    }
}
