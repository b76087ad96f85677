namespace Training.Portal.Features.Points;

public static class PointsFeature
{
    public static void AddPoints(this IServiceCollection services)
    {
        services.AddScoped<Ledger>();
        services.AddScoped<LedgerLock>();
        services.AddScoped<LedgerReading>();
        services.AddScoped<LedgerReversal>();
        services.AddScoped<Contributors>();
        services.AddSingleton<PointsWords>();
    }
}
