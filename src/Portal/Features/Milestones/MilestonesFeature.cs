namespace Training.Portal.Features.Milestones;

public static class MilestonesFeature
{
    public static void AddMilestones(this IServiceCollection services)
    {
        services.AddScoped<EndingWork>();
    }
}
