using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Training.Portal.Features.Membership.ProConnect;

namespace Training.Portal.Features.Membership;

/// <summary>Ends the session of this browser, on a click only.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignOutModel(SignInCookies cookies, ProConnectDoor proConnect) : PageModel
{
    /// <summary>Where the session at ProConnect ends, once ours has.</summary>
    public string? WayOut { get; private set; }

    public IActionResult OnGet() => User.Reader() is null ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        cookies.Forget(HttpContext);
        WayOut = await proConnect.WayOutAsync(HttpContext);
        await HttpContext.SignOutAsync();
        return WayOut is null ? LocalRedirect("/") : Page();
    }
}
