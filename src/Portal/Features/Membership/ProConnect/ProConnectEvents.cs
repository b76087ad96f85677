using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>What happens on the way to ProConnect and back.</summary>
internal sealed class ProConnectEvents(ProConnectDoor door, TrainingSettings settings, ILogger<ProConnectEvents> log) : OpenIdConnectEvents
{
    /// <summary>The address under which we are registered, whatever name the browser used.</summary>
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = Ours(ProConnectProtocol.ReturnPath);
        return Task.CompletedTask;
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.PostLogoutRedirectUri = Ours(ProConnectProtocol.SignedOutPath);
        return Task.CompletedTask;
    }

    /// <summary>In the code flow the handler takes an unsigned identity token for good, as the standard lets it. We do not.</summary>
    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (!SignedUserInfo.Algorithms.Contains(context.SecurityToken.SignatureAlgorithm))
            context.Fail($"The identity token is signed by {context.SecurityToken.SignatureAlgorithm}.");
        return Task.CompletedTask;
    }

    /// <summary>State, nonce, PKCE and the identity token have been checked. No cookie is written by the handler: the door decides.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(await LeadAsync(context));
    }

    public override Task AccessDenied(AccessDeniedContext context) => Refuse(context, ProConnectRefusal.Cancelled);

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        log.LogWarning("ProConnect's answer is refused: {Why}", context.Failure?.Message);
        return Refuse(context, ProConnectRefusal.Failed);
    }

    private async Task<string> LeadAsync(TicketReceivedContext context)
    {
        var properties = context.Properties!;
        try
        {
            var subject = context.Principal?.FindFirst("sub")?.Value;
            var claims = await SignedUserInfo.ReadAsync(
                (OpenIdConnectOptions)context.Options, properties.GetTokenValue(OpenIdConnectParameterNames.AccessToken)!, subject, log, context.HttpContext.RequestAborted);
            if (claims is null)
                return ProConnectDoor.Refused(ProConnectRefusal.Failed);
            return ProConnectPerson.Of(claims) is { } person
                ? await door.ArriveAsync(context.HttpContext, person, properties.GetTokenValue(OpenIdConnectParameterNames.IdToken), context.ReturnUri)
                : ProConnectDoor.Refused(ProConnectRefusal.Incomplete);
        }
        catch (HttpRequestException silent)
        {
            log.LogWarning("ProConnect does not say who signed in: {Why}", silent.Message);
            return ProConnectDoor.Refused(ProConnectRefusal.Unreachable);
        }
    }

    private static Task Refuse<TOptions>(HandleRequestContext<TOptions> context, ProConnectRefusal refusal)
        where TOptions : AuthenticationSchemeOptions
    {
        context.HandleResponse();
        context.Response.Redirect(ProConnectDoor.Refused(refusal));
        return Task.CompletedTask;
    }

    private string Ours(string path) => settings.PublicUrl.TrimEnd('/') + path;
}
