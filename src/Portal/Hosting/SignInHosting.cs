using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Training.Portal.Features.DevMail;
using Training.Portal.Features.Live.JoinLinks;
using Training.Portal.Features.Membership;
using Training.Portal.Features.Membership.Passkeys;
using Training.Portal.Features.Membership.ProConnect;

namespace Training.Portal.Hosting;

/// <summary>The cookie that keeps an agent signed in, and the gate that ends it.</summary>
public static class SignInHosting
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<SignInCookies>();
        services.AddScoped<SignInFlow>();
        services.AddScoped<CodeSending>();
        services.AddPasskeys();
        services.AddDevMail();
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "session";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/connexion";
            options.ReturnUrlParameter = "retour";
            options.ExpireTimeSpan = TimeSpan.FromDays(14);
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = ValidateAsync;
        });
        authentication.AddProConnect(configuration);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal(); // A failure is being told: asking the database who reads may fail again.
            return;
        }

        var pass = RoomPass.Of(context.Principal!);
        if (pass is not null && !pass.Opens(context.Request))
        {
            context.RejectPrincipal(); // A visitor anywhere but in the room; the session itself lives on.
            return;
        }

        var gate = context.HttpContext.RequestServices.GetRequiredService<SessionGate>();
        if (await gate.StandingAsync(context.Principal!, context.HttpContext.RequestAborted) is not { } standing)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
        else if (!standing.Matches(context.Principal!))
        {
            context.ReplacePrincipal(standing.ToPrincipal(pass));
            context.ShouldRenew = true;
        }
    }
}
