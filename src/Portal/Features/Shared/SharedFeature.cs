using Microsoft.Extensions.Localization;
using Training.Portal.Features.Shared.Typography;

namespace Training.Portal.Features.Shared;

public static class SharedFeature
{
    /// <summary>What letters use as well as pages.</summary>
    public static void AddShared(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.AddSingleton<IStringLocalizerFactory, SpacedTextsFactory>();
        services.AddSingleton<When>();
        services.AddSingleton<Signer>();
        services.AddSingleton<SignedNumbers>();
    }

    /// <summary>What pages are made of.</summary>
    public static void AddSharedPages(this IServiceCollection services)
    {
        services.AddSingleton<IconSet>();
        services.AddSingleton<FieldWords>();
        services.AddSingleton<SeatWords>();
        services.AddSingleton<OwnColours>();
    }
}
