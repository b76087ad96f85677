using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Training.Portal.Features.Membership.WayIn;
using Training.Portal.Hosting;

namespace Training.Portal.Features.Membership;

/// <summary>What follows a proof, whether it came by code or by link: the session, or what is still to be said or proved.</summary>
public sealed class SignInFlow(MemberDesk members, AdmissionDesk admissions, SignInCookies cookies, SessionGate gate, TimeProvider time)
{
    /// <summary>When this session's mailbox was proved; kept in the cookie, for it is the session's and not the member's.</summary>
    private const string ProvedItem = "proved";

    public async Task<IActionResult> ContinueAsync(HttpContext context, SignInChallenge proved)
    {
        var address = MailAddressRule.Read(proved.Address).Address!;
        var decision = await members.DecideAsync(address, context.RequestAborted);
        var welcome = await members.WelcomeBackAsync(address, decision, context.RequestAborted);
        if (welcome is { Member: { } member, Sleeping: null })
            return await EnterAsync(context, member, proved.ReturnUrl);
        cookies.KeepProved(context, new ProvedAddress(address.LocalPart, address.Host, proved.ReturnUrl));
        if (decision.Choices.Count > 0 && welcome.Sleeping != SleepReason.Removed)
            return new LocalRedirectResult("/connexion/collectivite");
        var waiting = await admissions.LatestAsync(address, context.RequestAborted) is { State: AdmissionState.Pending };
        return new LocalRedirectResult(waiting ? "/connexion/mairie" : "/connexion/commune");
    }

    public async Task<IActionResult> EnterAsync(HttpContext context, Member member, string? returnUrl)
    {
        cookies.Forget(context);
        await OpenSessionAsync(context, member, time.GetUtcNow());
        return new LocalRedirectResult(LocalReturn.Of(returnUrl) ?? "/");
    }

    /// <summary>Renews what the session says after the member changed it.</summary>
    public async Task RenewSessionAsync(HttpContext context, Member member) =>
        await OpenSessionAsync(context, member, await ProvedAtAsync(context));

    /// <summary>When a code was last received in this very session; null when it cannot tell.</summary>
    public static async Task<DateTimeOffset?> ProvedAtAsync(HttpContext context)
    {
        var session = await context.AuthenticateAsync();
        return session.Properties?.Items.TryGetValue(ProvedItem, out var at) == true
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var proved) ? proved : null;
    }

    private async Task OpenSessionAsync(HttpContext context, Member member, DateTimeOffset? provedAt)
    {
        gate.Forget(member.Id);
        var properties = new AuthenticationProperties { IsPersistent = true };
        if (provedAt is { } at)
            properties.Items[ProvedItem] = at.ToString("O", CultureInfo.InvariantCulture);
        await context.SignInAsync(MemberStanding.Of(member).ToPrincipal(), properties);
        context.Response.Cookies.Append(
            PagesHosting.LanguageCookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(member.Language)),
            new CookieOptions { IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
    }
}
