using System.Globalization;

namespace Training.Portal.Features.Membership;

/// <summary>Sends a code for this browser and lets it remember which.</summary>
public sealed class CodeSending(SignInDesk desk, SignInCookies cookies)
{
    /// <returns>How long to wait when too many were asked for; null when the code is on its way.</returns>
    public async Task<TimeSpan?> SendAsync(HttpContext context, ProfessionalAddress address, string? returnUrl)
    {
        var client = ClientAddress.Of(context.Connection.RemoteIpAddress);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var asked = await desk.AskAsync(address, client, returnUrl, language, context.RequestAborted);
        if (asked.Challenge is { } challenge)
            cookies.KeepAsked(context, new AskedSignIn(challenge.Id, challenge.Address, returnUrl));
        return asked.Wait;
    }
}
