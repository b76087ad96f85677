using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Training.Portal.Hosting;

namespace Training.Portal.Features.Membership;

/// <summary>What follows a proof, whether it came by code or by link: the session, or the two questions of a first sign-in.</summary>
public sealed class SignInFlow(MemberDesk members, SignInCookies cookies, SessionGate gate)
{
    public async Task<IActionResult> ContinueAsync(HttpContext context, SignInChallenge proved)
    {
        var address = MailAddressRule.Read(proved.Address).Address!;
        var decision = await members.DecideAsync(address, context.RequestAborted);
        if (await members.WelcomeBackAsync(address, decision, context.RequestAborted) is { } member)
            return await EnterAsync(context, member, proved.ReturnUrl);
        cookies.KeepProved(context, new ProvedAddress(address.LocalPart, address.Host, proved.ReturnUrl));
        return new LocalRedirectResult("/connexion/collectivite");
    }

    public async Task<IActionResult> EnterAsync(HttpContext context, Member member, string? returnUrl)
    {
        cookies.Forget(context);
        await OpenSessionAsync(context, member);
        return new LocalRedirectResult(LocalReturn.Of(returnUrl) ?? "/");
    }

    /// <summary>Signs in, or renews what the session says after the member changed it.</summary>
    public async Task OpenSessionAsync(HttpContext context, Member member)
    {
        gate.Forget(member.Id);
        await context.SignInAsync(MemberStanding.Of(member).ToPrincipal(), new AuthenticationProperties { IsPersistent = true });
        context.Response.Cookies.Append(
            PagesHosting.LanguageCookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(member.Language)),
            new CookieOptions { IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
    }
}
