namespace Training.Portal.Features.Shared;

public static class SharedFeature
{
    /// <summary>Words that letters use as well as pages.</summary>
    public static void AddSharedWords(this IServiceCollection services)
    {
        services.AddSingleton<When>();
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
