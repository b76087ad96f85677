using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Training.Portal.Features.Membership;

/// <summary>Ends the session of this browser, on a click only.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignOutModel(SignInCookies cookies) : PageModel
{
    public IActionResult OnGet() => User.Reader() is null ? LocalRedirect("/") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        cookies.Forget(HttpContext);
        await HttpContext.SignOutAsync();
        return LocalRedirect("/");
    }
}
