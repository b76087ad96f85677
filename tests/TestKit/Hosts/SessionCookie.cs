using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Training.Portal.Features.Membership;

namespace Training.TestKit.Hosts;

/// <summary>The session cookie, sealed by the product's own keys and read by the product's own handler.</summary>
internal static class SessionCookie
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public static Task<Browser> PutAsync(PortalHost portal, Browser browser, Member member)
    {
        var options = portal.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        var now = portal.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan };
        var sealed_ = options.TicketDataFormat.Protect(new AuthenticationTicket(PrincipalOf(member), properties, Scheme));
        browser.Cookies.Add(portal.Address, new Cookie(options.Cookie.Name!, sealed_));
        return Task.FromResult(browser);
    }

    private static ClaimsPrincipal PrincipalOf(Member member) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, member.Id.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, member.Name),
            new(SignedIn.CollectiviteClaim, member.CollectiviteId.ToString(CultureInfo.InvariantCulture)),
            new(SignedIn.AdministratorClaim, member.Administrator ? "yes" : "no"),
            new(SignedIn.StampClaim, member.SessionStamp.ToString()),
            new(SignedIn.ZoneClaim, member.TimeZone),
        ],
        Scheme));
}
