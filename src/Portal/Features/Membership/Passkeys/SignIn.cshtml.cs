using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Training.Portal.Features.Shared;

namespace Training.Portal.Features.Membership.Passkeys;

/// <summary>Opens a session by passkey as long as the membership is awake; asleep, the mailbox is asked for its code.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignInModel(
    PasskeyDesk desk, MemberDesk members, CodeSending sending, SignInFlow flow, IStringLocalizer<PasskeyText> words, IStringLocalizer<MembershipText> membership) : PageModel
{
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty(Name = "retour")]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => LocalRedirect("/connexion");

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await desk.AskAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        var (member, refusal) = await desk.AnswerAsync(HttpContext, Credential ?? "");
        if (member is null)
            return Back(words[$"Refused_{refusal}"]);
        var address = MailAddressRule.Read(member.Address).Address!;
        if (await members.WhyAsleepAsync(address, HttpContext.RequestAborted) is not { } reason)
            return LocalRedirect(await flow.OpenAsync(HttpContext, member, ReturnUrl));
        TempData.Warn(membership[$"Sleep_{reason}"]);
        return await sending.SendAsync(HttpContext, address, LocalReturn.Of(ReturnUrl)) is null ? LocalRedirect("/connexion/code") : Back(words["TooManyCodes"]);
    }

    private LocalRedirectResult Back(string why)
    {
        TempData.Warn(why);
        return LocalRedirect(LocalReturn.Of(ReturnUrl) is { } url ? $"/connexion?retour={Uri.EscapeDataString(url)}" : "/connexion");
    }
}
