using Training.Portal.Features.Groups.Invitations;
using Training.Portal.Features.Groups.Requests;
using Training.Portal.Features.Letters;

namespace Training.Portal.Features.Groups;

public static class GroupsFeature
{
    public static void AddGroups(this IServiceCollection services)
    {
        services.AddScoped<GroupFinder>();
        services.AddScoped<GroupMembers>();
        services.AddScoped<GroupDesk>();
        services.AddScoped<AnimatorPost>();
        services.AddScoped<GroupList>();
        services.AddScoped<GroupCreation>();
        services.AddScoped<JoinRequestDesk>();
        services.AddScoped<InvitationDesk>();
        services.AddScoped<InvitationDoor>();
        services.AddSingleton<InvitationTokens>();
        services.AddSingleton<GroupWords>();
        services.AddSingleton<ILetterWriter, GroupLetterWriter>();
    }
}
