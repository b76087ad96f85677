using Microsoft.AspNetCore.Identity;
using Training.Portal.Settings;

namespace Training.Portal.Features.Membership.Passkeys;

public static class PasskeyFeature
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Member>();
        services.AddScoped<PasskeyStore>();
        services.AddScoped<IUserStore<Member>>(s => s.GetRequiredService<PasskeyStore>());
        services.AddScoped<IPasskeyHandler<Member>, PasskeyHandler<Member>>();
        services.AddScoped<PasskeyQuestions>();
        services.AddScoped<PasskeyDesk>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<TrainingSettings>(Ask);
    }

    /// <summary>Keys of the public address alone, that their owner unlocks and that the device finds by itself.</summary>
    private static void Ask(IdentityPasskeyOptions options, TrainingSettings settings)
    {
        var home = new Uri(settings.PublicUrl);
        options.ServerDomain = home.Host;
        options.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && origin.Origin == home.GetLeftPart(UriPartial.Authority));
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = PasskeyQuestions.Life;
    }
}
