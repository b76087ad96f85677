using Microsoft.AspNetCore.Authentication;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.ProConnect;

public static class ProConnectFeature
{
    public static void AddProConnect(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        authentication.Services.AddScoped<ProConnectDesk>();
        authentication.Services.AddScoped<ProConnectDoor>();
        authentication.Services.AddScoped<ProConnectEvents>();
        if (configuration.GetSection($"{TrainingSettings.Section}:ProConnect").Get<ProConnectSettings>() is { IsOn: true } settings)
            authentication.AddOpenIdConnect(ProConnectProtocol.Scheme, options => ProConnectProtocol.Set(options, settings));
    }

    /// <summary>A link rather than a form: our policy lets no form lead to another host.</summary>
    public static void MapProConnect(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TrainingSettings>().ProConnect.IsOn)
            app.MapGet("/connexion/proconnect", (HttpContext context, ProConnectDoor door, string? retour) => door.StartAsync(context, retour)).AllowAnonymous();
    }
}
