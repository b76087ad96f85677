using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>From the sign-in page to ProConnect and back: where each step leads.</summary>
public sealed class ProConnectDoor(ProConnectDesk desk, CodeSending sending, SignInCookies cookies, SignInFlow flow, TrainingSettings settings, ILogger<ProConnectDoor> log)
{
    public static string Refused(ProConnectRefusal refusal, string? siret = null) =>
        $"/connexion/proconnect/refus?cause={refusal}{(siret is null ? "" : $"&siret={siret}")}";

    /// <summary>Writes the redirection to ProConnect, or to the page that says why not.</summary>
    public async Task StartAsync(HttpContext context, string? returnUrl)
    {
        try
        {
            await context.ChallengeAsync(ProConnectProtocol.Scheme, new AuthenticationProperties { RedirectUri = LocalReturn.Of(returnUrl) ?? "/" });
        }
        catch (Exception silent) when (silent is InvalidOperationException or HttpRequestException)
        {
            log.LogWarning("ProConnect does not answer: {Why}", silent.Message);
            context.Response.Redirect(Refused(ProConnectRefusal.Unreachable));
        }
    }

    /// <returns>The path that follows: in, to the code of the mailbox, or to the page that says why not.</returns>
    public async Task<string> ArriveAsync(HttpContext context, ProConnectPerson person, string? idToken, string? returnUrl)
    {
        var arrival = await desk.ArriveAsync(person, context.RequestAborted);
        if (arrival.Decision.Refusal is { } refusal)
            return Refused(refusal, person.Siret);
        if (arrival.Enters is { } member)
            return await flow.OpenAsync(context, member, returnUrl, idToken);
        var mailbox = arrival.Decision.ProveFirst!;
        if (await sending.SendAsync(context, mailbox, LocalReturn.Of(returnUrl)) is not null)
            return Refused(ProConnectRefusal.TooMany);
        cookies.KeepArrived(context, new ArrivedByProConnect(person, mailbox.ToString(), idToken));
        return "/connexion/code";
    }

    /// <summary>
    /// Where the session at ProConnect ends, for those who came by it; null for others. Not a redirection: the browser came by a form, and
    /// our own policy lets forms lead nowhere else. Call before the session here ends.
    /// </summary>
    public async Task<string?> WayOutAsync(HttpContext context)
    {
        if (!settings.ProConnect.IsOn || await context.GetTokenAsync(OpenIdConnectParameterNames.IdToken) is null)
            return null;
        try
        {
            await context.SignOutAsync(ProConnectProtocol.Scheme, new AuthenticationProperties { RedirectUri = "/" });
            var way = context.Response.Headers.Location.ToString();
            context.Response.Headers.Location = default;
            context.Response.StatusCode = StatusCodes.Status200OK;
            return way.Length > 0 ? way : null;
        }
        catch (Exception silent) when (silent is InvalidOperationException or HttpRequestException)
        {
            log.LogWarning("ProConnect does not answer: {Why}", silent.Message);
            return null;
        }
    }
}
