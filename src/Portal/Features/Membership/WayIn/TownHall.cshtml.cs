using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Training.Portal.Features.Membership.WayIn;

/// <summary>Where an agent waits for the town hall, and types the code it passed on. One comes back here by signing in again.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TownHallModel(AdmissionDesk desk, SignInCookies cookies, SignInFlow flow, IStringLocalizer<MembershipText> words) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public AdmissionRequest? Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is null ? LocalRedirect("/connexion") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is not { } proved)
            return LocalRedirect("/connexion");
        if (CodeDigits.Of(Code) is not { } digits)
            return Refuse(words["CodeMalformed"]);
        var answer = await desk.TryAsync(proved.Address, digits, HttpContext.RequestAborted);
        if (answer.Admitted is { } member)
            return await flow.EnterAsync(HttpContext, member, proved.ReturnUrl);
        return Refuse(answer is { Refusal: AdmissionRefusal.Wrong, TriesLeft: > 1 } ? words["AdmissionWrongMany", answer.TriesLeft] : words[$"Admission_{answer.Refusal}"]);
    }

    private async Task<ProvedAddress?> ReadAsync()
    {
        if (cookies.Proved(HttpContext) is not { } proved)
            return null;
        Asked = await desk.LatestAsync(proved.Address, HttpContext.RequestAborted);
        return Asked is null ? null : proved;
    }

    private PageResult Refuse(string why)
    {
        ModelState.AddModelError(nameof(Code), why);
        return Page();
    }
}
