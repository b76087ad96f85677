using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Training.Portal.Features.Live.JoinLinks;
using Training.Portal.Features.Membership.ProConnect;
using Training.Portal.Features.Membership.WayIn;
using Training.Portal.Features.Shared;
using Training.Portal.Hosting;

namespace Training.Portal.Features.Membership;

/// <summary>What follows a proof, whether it came by code or by link: the session, or what is still to be said or proved.</summary>
public sealed class SignInFlow(
    MemberDesk members,
    AdmissionDesk admissions,
    ProConnectDesk proConnect,
    SignInCookies cookies,
    SessionGate gate,
    TimeProvider time,
    ITempDataDictionaryFactory messages,
    IStringLocalizer<ProConnectText> words)
{
    /// <summary>When this session's mailbox was proved; kept in the cookie, for it is the session's and not the member's.</summary>
    private const string ProvedItem = "proved";

    /// <summary>ProConnect's identity token, kept to sign out there too.</summary>
    private const string IdToken = OpenIdConnectParameterNames.IdToken;

    public async Task<IActionResult> ContinueAsync(HttpContext context, SignInChallenge proved)
    {
        var address = MailAddressRule.Read(proved.Address).Address!;
        var decision = await members.DecideAsync(address, context.RequestAborted);
        var welcome = await members.WelcomeBackAsync(address, decision, context.RequestAborted);
        if (await TieAsync(context, address, welcome) is { } tied)
            return await EnterAsync(context, tied.Member, proved.ReturnUrl, tied.IdToken);
        if (welcome is { Member: { } member, Sleeping: null })
            return await EnterAsync(context, member, proved.ReturnUrl);
        cookies.KeepProved(context, new ProvedAddress(address.LocalPart, address.Host, proved.ReturnUrl));
        if (decision.Choices.Count > 0 && welcome.Sleeping != SleepReason.Removed)
            return new LocalRedirectResult("/connexion/collectivite");
        var waiting = await admissions.LatestAsync(address, context.RequestAborted) is { State: AdmissionState.Pending };
        return new LocalRedirectResult(waiting ? "/connexion/mairie" : "/connexion/commune");
    }

    /// <summary>A code has just been typed in this browser.</summary>
    public async Task<IActionResult> EnterAsync(HttpContext context, Member member, string? returnUrl, string? idToken = null)
    {
        await OpenSessionAsync(context, member, time.GetUtcNow(), idToken);
        return new LocalRedirectResult(LocalReturn.Of(returnUrl) ?? "/");
    }

    /// <summary>By a door that proves no mailbox: what asks for a fresh code still asks for it.</summary>
    /// <returns>The path that follows.</returns>
    public async Task<string> OpenAsync(HttpContext context, Member member, string? returnUrl, string? idToken = null)
    {
        await OpenSessionAsync(context, member, null, idToken);
        return LocalReturn.Of(returnUrl) ?? "/";
    }

    /// <summary>By a join link: for one room alone, and gone with the browser's window at the latest.</summary>
    public async Task OpenRoomAsync(HttpContext context, Member member, RoomPass pass)
    {
        cookies.Forget(context);
        gate.Forget(member.Id);
        await context.SignInAsync(MemberStanding.Of(member).ToPrincipal(pass), new AuthenticationProperties { IsPersistent = false, AllowRefresh = false });
        SpeakTo(context, member);
    }

    /// <summary>Renews what the session says after the member changed it.</summary>
    public async Task RenewSessionAsync(HttpContext context, Member member)
    {
        var idToken = await context.GetTokenAsync(IdToken);
        await OpenSessionAsync(context, member, await ProvedAtAsync(context), idToken);
    }

    /// <summary>When a code was last received in this very session; null when it cannot tell.</summary>
    public static async Task<DateTimeOffset?> ProvedAtAsync(HttpContext context)
    {
        var session = await context.AuthenticateAsync();
        return session.Properties?.Items.TryGetValue(ProvedItem, out var at) == true
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var proved) ? proved : null;
    }

    /// <summary>This browser came back from ProConnect, which gave the very mailbox that the code has just proved.</summary>
    private async Task<(Member Member, string? IdToken)?> TieAsync(HttpContext context, ProfessionalAddress proved, Welcome welcome)
    {
        if (cookies.Arrived(context) is not { } arrived || arrived.Address != proved.ToString())
            return null;
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        if (await proConnect.TieAsync(proved, arrived.Person, language, context.RequestAborted) is { } member)
            return (member, arrived.IdToken);
        if (welcome is { Member: not null, Sleeping: null })
            messages.GetTempData(context).Warn(words["NotTied"]);
        return null;
    }

    private async Task OpenSessionAsync(HttpContext context, Member member, DateTimeOffset? provedAt, string? idToken)
    {
        cookies.Forget(context);
        gate.Forget(member.Id);
        var properties = new AuthenticationProperties { IsPersistent = true };
        if (provedAt is { } at)
            properties.Items[ProvedItem] = at.ToString("O", CultureInfo.InvariantCulture);
        if (idToken is not null)
            properties.StoreTokens([new AuthenticationToken { Name = IdToken, Value = idToken }]);
        await context.SignInAsync(MemberStanding.Of(member).ToPrincipal(), properties);
        SpeakTo(context, member);
    }

    private static void SpeakTo(HttpContext context, Member member) =>
        context.Response.Cookies.Append(
            PagesHosting.LanguageCookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(member.Language)),
            new CookieOptions { IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
}
