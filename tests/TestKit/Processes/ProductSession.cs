using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Training.Portal.Features.Membership;

namespace Training.TestKit.Processes;

/// <summary>The session cookie that a right code gives, sealed with the keys that the product's processes share.</summary>
public static class ProductSession
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static Cookie Session(this ProductProcesses product, Member member)
    {
        var keys = DataProtectionProvider.Create(new DirectoryInfo(product.Files.Make("keys")), builder => builder.SetApplicationName("Training"));
        var format = new TicketDataFormat(keys.CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", Scheme, "v2"));
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(1) };
        return new Cookie("session", format.Protect(new AuthenticationTicket(MemberStanding.Of(member).ToPrincipal(), properties, Scheme)));
    }
}
