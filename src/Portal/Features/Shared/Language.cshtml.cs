using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Training.Portal.Data;
using Training.Portal.Features.Membership;
using Training.Portal.Hosting;

namespace Training.Portal.Features.Shared;

/// <summary>Changes the language of pages, and of letters for a member. Works without script; harmless to forge, so no token.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class LanguageModel(TrainingDb db) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(string? vers, string? retour)
    {
        if (vers is "fr" or "en")
            await RememberAsync(vers);
        return LocalRedirect(Url.IsLocalUrl(retour) ? retour : "/");
    }

    private async Task RememberAsync(string language)
    {
        Response.Cookies.Append(PagesHosting.LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
        });
        if (User.Reader() is { } reader)
            await db.Members.Where(m => m.Id == reader.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.Language, language));
    }
}
