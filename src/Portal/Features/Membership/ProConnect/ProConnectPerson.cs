using System.Security.Claims;

namespace Training.Portal.Features.Membership.ProConnect;

/// <summary>What ProConnect says of whoever signed in there, once its signature is verified.</summary>
/// <param name="Provider">The identity provider (<c>idp_id</c>); <paramref name="Subject"/> is unique there only.</param>
/// <param name="Siret">14 digits: the establishment, whose first nine are the legal body.</param>
/// <param name="Email">As the provider says it. Nothing says that it was verified, so it proves nothing here.</param>
public sealed record ProConnectPerson(string Provider, string Subject, string Siret, string Email, string Name)
{
    private const int SiretLength = 14;
    private const int SirenLength = 9;
    private const int Longest = 300;

    public string Siren => Siret[..SirenLength];

    /// <summary>Null when something is missing without which nobody can be told.</summary>
    public static ProConnectPerson? Of(ClaimsIdentity claims)
    {
        var siret = string.Concat((Value(claims, "siret") ?? "").Where(c => !char.IsWhiteSpace(c)));
        return Value(claims, "idp_id") is { } provider && Value(claims, "sub") is { } subject && Value(claims, "email") is { } email
            && siret.Length == SiretLength && siret.All(char.IsAsciiDigit)
            ? new ProConnectPerson(provider, subject, siret, email, NameOf(claims))
            : null;
    }

    /// <summary><c>given_name</c> may hold all the names of the register of births: the first is the usual one.</summary>
    private static string NameOf(ClaimsIdentity claims)
    {
        var first = (Value(claims, "given_name") ?? "").Split([' ', ','], 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return MemberName.Of($"{first} {Value(claims, "usual_name")}") ?? "";
    }

    private static string? Value(ClaimsIdentity claims, string type) =>
        claims.FindFirst(type)?.Value is { Length: > 0 and <= Longest } value ? value : null;
}
