using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>How we speak OpenID Connect to ProConnect: authorization code, state, nonce, PKCE, our own reading of the signed user information.</summary>
internal static class ProConnectProtocol
{
    public const string Scheme = "ProConnect";
    public const string ReturnPath = "/connexion/proconnect/retour";
    public const string SignedOutPath = "/deconnexion/proconnect";

    private static readonly string[] Scopes = ["openid", "given_name", "usual_name", "email", "siret", "idp_id"];

    public static void Set(OpenIdConnectOptions options, ProConnectSettings settings)
    {
        options.Authority = settings.Issuer;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.RequireHttpsMetadata = !new Uri(settings.Issuer).IsLoopback;
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.SignOutScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        Exchange(options);
        Paths(options);
        options.Scope.Clear();
        foreach (var scope in Scopes)
            options.Scope.Add(scope);
        options.EventsType = typeof(ProConnectEvents);
    }

    private static void Exchange(OpenIdConnectOptions options)
    {
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.DisableTelemetry = true; // ProConnect refuses parameters it does not know.
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = false; // SignedUserInfo does.
        options.SaveTokens = true;
        options.TokenValidationParameters.ValidAlgorithms = SignedUserInfo.Algorithms;
        options.TokenValidationParameters.NameClaimType = "sub";
    }

    /// <summary>The answer comes by a plain navigation, so the strictest cookies that survive one are enough.</summary>
    private static void Paths(OpenIdConnectOptions options)
    {
        options.CallbackPath = ReturnPath;
        options.SignedOutCallbackPath = SignedOutPath;
        options.RemoteSignOutPath = PathString.Empty;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
    }
}
