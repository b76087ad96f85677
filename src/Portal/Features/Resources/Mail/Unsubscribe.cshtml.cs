using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Resources.Mail;

/// <summary>
/// The way out of letters about awaited reviews: a page with one button, and for mail programs the one-click POST of RFC 8058, without
/// cookie or antiforgery token. The token says what ends, and can end nothing else; nothing of the group is told.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(ReviewTokens tokens, ReviewSubscription subscription) : PageModel
{
    public bool Done { get; private set; }

    public IActionResult OnGet(string token) => tokens.Read(token) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { } ended)
            return NotFound();
        await subscription.EndAsync(ended.GroupId, ended.MemberId, cancellationToken);
        Done = true;
        return Page();
    }
}
