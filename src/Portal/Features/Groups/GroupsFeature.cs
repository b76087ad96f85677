namespace Training.Portal.Features.Groups;

public static class GroupsFeature
{
    public static void AddGroups(this IServiceCollection services)
    {
        services.AddScoped<GroupFinder>();
        services.AddScoped<GroupDesk>();
        services.AddScoped<GroupList>();
        services.AddScoped<GroupCreation>();
        services.AddSingleton<GroupWords>();
    }
}
