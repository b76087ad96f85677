namespace Training.Portal.Features.Health;

public static class HealthFeature
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddScoped<SchedulerPulse>();
    }
}
