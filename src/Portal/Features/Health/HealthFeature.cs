namespace Training.Portal.Features.Health;

public static class HealthFeature
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<EngineProbe>();
        services.AddScoped<SchedulerPulse>();
        services.AddScoped<Readiness>();
    }
}
