using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Training.Portal.Settings;

namespace Training.Portal.Hosting;

/// <summary>The portal behind a proxy, and over HTTPS whenever its public address says so.</summary>
public static class ProxyHosting
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    public static void AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<TrainingSettings>(Trust);
        services.AddHsts(options => options.MaxAge = Remembered);
        services.AddOptions<HttpsRedirectionOptions>().Configure<TrainingSettings>((options, settings) =>
            options.HttpsPort = new Uri(settings.PublicUrl).Port);
    }

    public static void UseProxies(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Services.GetRequiredService<TrainingSettings>().PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            return;
        app.UseHsts();
        app.UseWhen(context => !AsksHealth(context.Request.Path), secured => secured.UseHttpsRedirection());
    }

    /// <summary>Only the named proxies are believed about who calls and over what.</summary>
    private static void Trust(ForwardedHeadersOptions options, TrainingSettings settings)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in settings.TrustedProxies)
            options.KnownIPNetworks.Add(proxy.Contains('/', StringComparison.Ordinal) ? System.Net.IPNetwork.Parse(proxy) : Single(IPAddress.Parse(proxy)));
    }

    private static System.Net.IPNetwork Single(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);

    /// <summary>Whoever watches the process asks it directly, without a certificate.</summary>
    private static bool AsksHealth(PathString path) => path == "/healthz" || path == "/readyz";
}
