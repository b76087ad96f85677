namespace Training.Portal.Features.Home;

public static class HomeFeature
{
    public static void AddHome(this IServiceCollection services)
    {
        services.AddScoped<HomeReading>();
        services.AddSingleton<HomeWords>();
    }
}
