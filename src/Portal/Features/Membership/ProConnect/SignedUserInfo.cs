using System.Net.Http.Headers;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>
/// Asks who signed in, and believes only an answer signed by the issuer for us. The framework's handler reads such an answer without looking
/// at its signature, so this does it.
/// </summary>
public static class SignedUserInfo
{
    /// <summary>No <c>none</c>, and no HMAC: a public key must never serve as a shared secret.</summary>
    public static IReadOnlyList<string> Algorithms { get; } = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256];

    private const string MediaType = "application/jwt";
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    /// <returns>The verified claims; null when the answer may not be believed, which is logged by its reason.</returns>
    public static async Task<ClaimsIdentity?> ReadAsync(OpenIdConnectOptions options, string accessToken, string? subject, ILogger log, CancellationToken cancellationToken)
    {
        var configuration = await options.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, configuration.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Accept.ParseAdd(MediaType);
        using var response = await options.Backchannel.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        if (response.Content.Headers.ContentType?.MediaType != MediaType)
            return Refuse(log, "it is not a signed token");
        var token = await response.Content.ReadAsStringAsync(cancellationToken);
        return await VerifyAsync(token.Trim(), options, configuration, subject, log);
    }

    private static async Task<ClaimsIdentity?> VerifyAsync(string token, OpenIdConnectOptions options, OpenIdConnectConfiguration configuration, string? subject, ILogger log)
    {
        var result = await Tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = options.ClientId,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        });
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            options.ConfigurationManager!.RequestRefresh(); // The issuer may have changed its keys: the next try will know.
        if (!result.IsValid)
            return Refuse(log, result.Exception.GetType().Name);
        var said = result.ClaimsIdentity.FindFirst("sub")?.Value;
        return said is not null && said == subject ? result.ClaimsIdentity : Refuse(log, "it speaks of somebody else");
    }

    private static ClaimsIdentity? Refuse(ILogger log, string why)
    {
        log.LogWarning("ProConnect's user information is not believed: {Why}", why);
        return null;
    }
}
