using Microsoft.AspNetCore.Authentication.Cookies;

namespace Training.Portal.Hosting;

/// <summary>The cookie that keeps an agent signed in.</summary>
public static class SignInHosting
{
    public static void AddSignIn(this IServiceCollection services) =>
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "session";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = "/connexion";
            options.ReturnUrlParameter = "retour";
            options.ExpireTimeSpan = TimeSpan.FromDays(14);
            options.SlidingExpiration = true;
        });
}
