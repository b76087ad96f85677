namespace Training.Portal.Features.Groups;

public static class GroupsFeature
{
    public static void AddGroups(this IServiceCollection services)
    {
        // Filled by this subject.
    }
}
