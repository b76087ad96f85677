using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using Training.Portal.Features.Home;
using Training.Portal.Features.Shared;

namespace Training.Portal.Hosting;

/// <summary>Razor Pages under Features, French first, signed-in by default, safe headers on everything.</summary>
public static class PagesHosting
{
    public const string LanguageCookie = "langue";

    private static readonly CultureInfo[] Cultures = [new("fr"), new("en")];

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options => options.RootDirectory = "/Features").AddViewLocalization();
        services.AddSharedPages();
        services.AddHome();
        services.AddProxies();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = Flash.Cookie);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture("fr");
            options.SupportedCultures = Cultures;
            options.SupportedUICultures = Cultures;
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = LanguageCookie }];
        });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseProxies();
        app.UseMiddleware<SafeHeaders>();
        app.UseMiddleware<LastingFiles>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/introuvable", CreateScopeForErrors = true });
        app.UseRequestLocalization();
        app.UseStatusCodePagesWithReExecute("/introuvable");
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        OwnColours.Map(app);
    }

    /// <summary>An address that does not exist asks a visitor to sign in first, as one that does: nothing is told.</summary>
    public static void MapNotFound(this WebApplication app) =>
        app.MapFallback(() => Results.NotFound());
}
