using Training.Portal.Features.Letters;
using Training.Portal.Features.Membership.Import;
using Training.Portal.Features.Membership.Register;

namespace Training.Portal.Features.Membership;

public static class MembershipFeature
{
    public static void AddMembership(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton(_ => DomainLists.Carried());
        services.AddSingleton<SignInCodes>();
        services.AddSingleton<ILetterWriter, SignInLetter>();
        services.AddSingleton<SessionGate>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<CodeDesk>();
        services.AddScoped<MemberDesk>();
        services.AddSingleton<ImportFile>();
        services.AddScoped<CollectiviteImport>();
        services.AddScoped<LapsedDomainImport>();
        services.AddScoped<RegisterImportRun>();
        services.AddScoped<RegisterImportDesk>();
        services.AddScoped<CollectiviteFinder>();
        services.AddScoped<RegisterWords>();
    }
}
