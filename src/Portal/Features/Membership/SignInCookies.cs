using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Training.Portal.Features.Membership.ProConnect;

namespace Training.Portal.Features.Membership;

/// <summary>
/// What a browser remembers between asking for a code and being signed in, sealed. The code page works only in the browser that
/// asked: nobody can be signed in by a stranger's code without seeing it.
/// </summary>
public sealed class SignInCookies(IDataProtectionProvider protection, TimeProvider time)
{
    private const string AskedCookie = "connexion-demande";
    private const string ProvedCookie = "connexion-preuve";
    private const string ArrivedCookie = "connexion-proconnect";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public void KeepAsked(HttpContext context, AskedSignIn asked) => Keep(context, AskedCookie, asked);

    public AskedSignIn? Asked(HttpContext context) => Read<AskedSignIn>(context, AskedCookie);

    public void KeepProved(HttpContext context, ProvedAddress proved) => Keep(context, ProvedCookie, proved);

    public ProvedAddress? Proved(HttpContext context) => Read<ProvedAddress>(context, ProvedCookie);

    public void KeepArrived(HttpContext context, ArrivedByProConnect arrived) => Keep(context, ArrivedCookie, arrived);

    public ArrivedByProConnect? Arrived(HttpContext context) => Read<ArrivedByProConnect>(context, ArrivedCookie);

    public void Forget(HttpContext context)
    {
        foreach (var name in new[] { AskedCookie, ProvedCookie, ArrivedCookie })
            context.Response.Cookies.Delete(name, Options(context));
    }

    private void Keep<T>(HttpContext context, string name, T content)
    {
        var text = JsonSerializer.Serialize(new Sealed<T>(content, time.GetUtcNow() + Life));
        context.Response.Cookies.Append(name, protection.CreateProtector(name).Protect(text), Options(context));
    }

    private T? Read<T>(HttpContext context, string name)
        where T : class
    {
        if (context.Request.Cookies[name] is not { Length: > 0 } text)
            return null;
        try
        {
            var content = JsonSerializer.Deserialize<Sealed<T>>(protection.CreateProtector(name).Unprotect(text));
            return content is not null && content.Until > time.GetUtcNow() ? content.Content : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/connexion",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };

    private sealed record Sealed<T>(T Content, DateTimeOffset Until);
}

/// <summary>This browser asked for the code of this challenge.</summary>
public sealed record AskedSignIn(Guid Challenge, string Address, string? ReturnUrl);

/// <summary>This browser proved this address and has yet to say who and from where.</summary>
public sealed record ProvedAddress(string LocalPart, string Host, string? ReturnUrl)
{
    public ProfessionalAddress Address => new(LocalPart, Host);
}
