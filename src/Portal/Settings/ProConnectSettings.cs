using System.ComponentModel.DataAnnotations;

namespace Training.Portal.Settings;

/// <summary>ProConnect, the State's sign-in for professionals, as a second door. Closed as long as the three are empty.</summary>
public sealed class ProConnectSettings : IValidatableObject
{
    /// <summary>Base of the discovery document, e.g. <c>https://auth.agentconnect.gouv.fr/api/v2</c>.</summary>
    public string Issuer { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public bool IsOn => Issuer.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Issuer.Length + ClientId.Length + ClientSecret.Length == 0)
            yield break;
        if (Issuer.Length == 0 || ClientId.Length == 0 || ClientSecret.Length == 0)
            yield return new ValidationResult("Training:ProConnect: Issuer, ClientId and ClientSecret are set together or not at all.");
        else if (!Uri.TryCreate(Issuer, UriKind.Absolute, out var issuer) || !(issuer.Scheme == Uri.UriSchemeHttps || issuer is { IsLoopback: true, Scheme: "http" }))
            yield return new ValidationResult("Training:ProConnect:Issuer must be an https address.");
    }
}
