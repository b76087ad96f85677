using System.Net;
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
        var ticket = options.TicketDataFormat.Protect(new AuthenticationTicket(MemberStanding.Of(member).ToPrincipal(), properties, Scheme));
        browser.Cookies.Add(portal.Address, new Cookie(options.Cookie.Name!, ticket));
        return Task.FromResult(browser);
    }
}
