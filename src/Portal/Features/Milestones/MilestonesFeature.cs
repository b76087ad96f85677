using Training.Portal.Features.Conferences;
using Training.Portal.Features.Milestones.Operating;

namespace Training.Portal.Features.Milestones;

public static class MilestonesFeature
{
    public static void AddMilestones(this IServiceCollection services)
    {
        services.AddScoped<EndingWork>();
        services.AddScoped<DoorsOpening>();
        services.AddScoped<IMilestoneAct, DoorsOpenAct>();
        services.AddScoped<IMilestoneAct, EndAct>();
        services.AddSingleton<MilestoneFollowing>();
        services.AddSingleton<MilestoneDrain>();
        services.AddScoped<MilestoneReading>();
        services.AddScoped<MilestoneDesk>();
    }
}
